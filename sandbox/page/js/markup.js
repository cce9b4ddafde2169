// What Telegram's apps do as one types: **bold**, __italic__, ~~struck~~, ||hidden||, `code`, ```pre``` become entities.

const MARKS = [
  ["```", "pre"], ["**", "bold"], ["__", "italic"], ["~~", "strikethrough"], ["||", "spoiler"], ["`", "code"],
];
const LITERAL = new Set(["pre", "code"]);

export function parseMarkup(source) {
  const entities = [];
  const text = parse(source, 0, entities);
  entities.sort((a, b) => a.offset - b.offset || b.length - a.length);
  return { text, entities };
}

function parse(source, base, entities) {
  let out = "";
  let at = 0;
  while (at < source.length) {
    const mark = MARKS.find(([sign]) => source.startsWith(sign, at));
    const close = mark ? source.indexOf(mark[0], at + mark[0].length + 1) : -1;
    if (close < 0 || !source.slice(at + mark[0].length, close).trim()) {
      const step = mark ? mark[0].length : 1;
      out += source.slice(at, at + step);
      at += step;
      continue;
    }
    const [sign, type] = mark;
    const inside = source.slice(at + sign.length, close);
    const offset = base + out.length;
    const plain = LITERAL.has(type) ? inside.replace(/^\n|\n$/g, "") : parse(inside, offset, entities);
    entities.push({ type, offset, length: plain.length });
    out += plain;
    at = close + sign.length;
  }
  return out;
}

/** Puts the sign around the selection of a text field, as Ctrl+B does in Telegram. */
export function surround(field, sign) {
  const { selectionStart: from, selectionEnd: to, value } = field;
  field.setRangeText(`${sign}${value.slice(from, to)}${sign}`, from, to, "end");
  if (from === to) field.selectionStart = field.selectionEnd = from + sign.length;
}

export const SHORTCUTS = { b: "**", i: "__", x: "~~", p: "||", m: "`" };
