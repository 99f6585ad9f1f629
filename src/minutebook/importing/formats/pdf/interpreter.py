"""Following the operators that paint a page, and where colours let light through."""

from __future__ import annotations

from pdfminer.pdfinterp import PDFPageInterpreter, PDFStackT
from pdfminer.pdftypes import dict_value, resolve1
from pdfminer.psparser import literal_name
from pdfminer.utils import Matrix

from minutebook.importing.formats.pdf.paint import Painter


class Interpreter(PDFPageInterpreter):
    """Follows a page, and notices where colours let light through."""

    device: Painter

    def init_state(self, ctm: Matrix) -> None:
        """Begin with what holds where the page paints this."""
        super().init_state(ctm)
        self._saved: list[bool] = []
        self._opaque = self.device.opaque

    def do_q(self) -> None:
        """Save how things are painted."""
        super().do_q()
        self._saved.append(self._opaque)

    def do_Q(self) -> None:  # noqa: N802 - the operator's name
        """Go back to how things were painted."""
        super().do_Q()
        if self._saved:
            self._set_opaque(self._saved.pop())

    def do_gs(self, name: PDFStackT) -> None:
        """Take down whether what comes next lets light through."""
        states = dict_value(resolve1(self.resources.get("ExtGState")) or {})
        state = dict_value(states.get(literal_name(name)) or {})
        alpha = resolve1(state.get("ca"))
        blend = resolve1(state.get("BM"))
        plain = blend is None or literal_name(blend) in {"Normal", "Compatible"}
        if alpha is not None or blend is not None:
            solid = alpha is None or (isinstance(alpha, int | float) and alpha >= 1)
            self._set_opaque(plain and solid)

    def do_Do(self, xobjid_arg: PDFStackT) -> None:  # noqa: N802 - the operator's name
        """Paint what stands elsewhere, then go on as before."""
        super().do_Do(xobjid_arg)
        self.device.set_ctm(self.ctm)
        self._set_opaque(self._opaque)

    def _set_opaque(self, opaque: bool) -> None:  # noqa: FBT001 - it is the value
        self._opaque = self.device.opaque = opaque
