// The tree of conclusions as it is held: a list in the order of the document, in
// which each has its depth. What is below one follows it and is deeper.

// end returns the index behind the last below i.
export function end(items, i) {
  let j = i + 1;
  while (j < items.length && items[j].depth > items[i].depth) j++;
  return j;
}

// parent returns the one above i, -1 for none.
export function parent(items, i) {
  for (let j = i - 1; j >= 0; j--) if (items[j].depth < items[i].depth) return j;
  return -1;
}

// before returns the one before i on its level below the same one, -1 for none.
export function before(items, i) {
  for (let j = i - 1; j >= 0 && items[j].depth >= items[i].depth; j--) if (items[j].depth === items[i].depth) return j;
  return -1;
}

// after returns the one behind, -1 for none.
export function after(items, i) {
  const j = end(items, i);
  return j < items.length && items[j].depth === items[i].depth ? j : -1;
}

// number gives each its place: kl_2_1 is the first below the second.
export function number(items) {
  const counts = [];
  for (const it of items) {
    counts.length = it.depth;
    counts[it.depth - 1] = (counts[it.depth - 1] ?? 0) + 1;
    it.place = `kl_${counts.join("_")}`;
  }
}

// siblings returns how many stand beside i, and which of them it is.
export function siblings(items, i) {
  let [first, all] = [i, 0];
  while (before(items, first) >= 0) first = before(items, first);
  let own = 0;
  for (let j = first; j >= 0; j = after(items, j)) {
    all++;
    if (j <= i) own++;
  }
  return [own, all];
}

// upward is where i goes by one step up: before the one before it, or behind all
// below the one before that above it; null where it is the first.
export function upward(items, i) {
  const b = before(items, i);
  if (b >= 0) return { to: b, where: "before", depth: items[i].depth, index: b };
  const p = parent(items, i);
  const uncle = p < 0 ? -1 : before(items, p);
  return uncle < 0 ? null : { to: uncle, where: "below", depth: items[i].depth, index: p };
}

// downward is likewise: behind the one behind it, or as the first below the next.
export function downward(items, i) {
  const a = after(items, i);
  if (a >= 0) return { to: a, where: "after", depth: items[i].depth, index: end(items, a) };
  const next = end(items, i);
  if (next >= items.length) return null;
  const first = next + 1 < items.length && items[next + 1].depth > items[next].depth ? next + 1 : -1;
  return { to: first < 0 ? next : first, where: first < 0 ? "below" : "before", depth: items[next].depth + 1, index: next + 1 };
}

// dropped is where i goes when it is let go before the index at, as deep as
// wanted where that can be; null where it stays.
export function dropped(items, i, at, wanted) {
  const last = end(items, i);
  if (at > i && at < last) return null;
  const rest = [...items.slice(0, i), ...items.slice(last)];
  const k = at >= last ? at - (last - i) : at;
  const deepest = k > 0 ? rest[k - 1].depth + 1 : 1;
  const least = k < rest.length ? rest[k].depth : 1;
  const depth = Math.min(Math.max(wanted, least), deepest);
  if (k === i && depth === items[i].depth) return null;
  if (k < rest.length && rest[k].depth === depth) return { to: rest[k], where: "before", depth, index: k };
  if (k > 0 && rest[k - 1].depth === depth - 1) return { to: rest[k - 1], where: "below", depth, index: k };
  let b = k - 1;
  while (b >= 0 && rest[b].depth > depth) b--;
  return b < 0 ? null : { to: rest[b], where: "after", depth, index: k };
}
