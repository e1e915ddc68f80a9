// The lines in which two texts differ, side by side, with one around them.

const most = 40;

export function differ(mine, theirs) {
  const [a, b] = [mine.split("\n"), theirs.split("\n")];
  let from = 0;
  let tail = 0;
  const least = Math.min(a.length, b.length);
  while (from < least && a[from] === b[from]) from++;
  while (tail < least - from && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++;
  const piece = (lines) => {
    const own = lines.slice(Math.max(0, from - 1), lines.length - Math.max(0, tail - 1));
    return own.length > most ? [...own.slice(0, most), "…"] : own;
  };
  return [piece(a).join("\n"), piece(b).join("\n")];
}
