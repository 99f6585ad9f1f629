// Saves what a table shows as CSV (RFC 4180), with the address of each record.
// A spreadsheet takes a cell that begins with one of these for a formula.
const cell = (text) => `"${text.replace(/^[=+\-@]/, "'$&").replace(/"/g, '""')}"`;
const said = ({ textContent }) => textContent.replace(/\s+/g, " ").trim();

export const save = (table, address, names) => {
  const lines = [...table.rows].filter(({ className }) => className !== "mb-off").map((row) => [
    ...[...row.cells].map(said),
    row.querySelector("a")?.href || address,
  ]);
  const text = lines.map((line) => line.map(cell).join(",") + "\r\n");
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob(["\ufeff", ...text], { type: "text/csv" }));
  link.download = `${names.map((name) => name.replace(/[^\w-]+/g, "-")).join("-")}.csv`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1e4);
};
