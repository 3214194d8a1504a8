// Blocks of known height → pages, as a word processor fills them.  Numbers in, numbers out; the drawing is elsewhere.

/** A paragraph's lines, or a table's rows. */
export interface Block {
  space: number; // above it, px; nothing at the head of a page that a full one leads to
  heights: number[]; // of its lines or rows, px
  keepNext: boolean; // on one page with the head of the next block
  keepLines: boolean; // on one page itself
  alone: number; // so many of its lines, at least, stand at a page's foot and head: 2 with widow control
  before: boolean; // begins a page
  headers: number; // how many of its rows are headings, said again on each page it goes on to
  keepRows: boolean[]; // of a table: which rows stay with the next
  edge: number; // of a table: the border below it, px, in the height of its last row
}

/** The part of a block that a page has: its lines or rows *from* … *to*, the last not among them. */
export interface Piece { block: number; from: number; to: number }

const SLACK = 0.1; // px that rounding may cost

/**
 * One line or row: how high, how dear it is to begin a page with it (0: nothing is against it), what is said again above it then, how much of it may
 * stand below the foot of the page: the border that ends a table, while that of a part of one must have its room.
 */
interface Unit { block: number; index: number; height: number; space: number; dear: number; again: number; must: boolean; spare: number }

const sum = (numbers: number[]): number => numbers.reduce((total, one) => total + one, 0);

/** Returns the pages of a section; *room* is the height that a page has for its blocks, px. */
export function flow(blocks: Block[], room: number): Piece[][] {
  const units = blocks.flatMap((block, n) => unitsOf(block, n, blocks[n - 1]));
  const starts = [0];
  for (let start = 0, used = 0, n = 0; n < units.length; n++) {
    const unit = units[n]!;
    const isHead = n === start;
    used = isHead ? unit.again + unit.height + (n === 0 ? unit.space : 0) : used + unit.space + unit.height;
    if (isHead || (used - unit.spare <= room + SLACK && !unit.must)) continue;
    start = unit.must ? n : together(blocks, units, start, cheapest(units, start + 1, n), room);
    starts.push(start);
    n = start - 1; // what was taken back is laid out again
  }
  return starts.map((start, page) => pieces(units.slice(start, starts[page + 1])));
}

function unitsOf(block: Block, n: number, previous: Block | undefined): Unit[] {
  const again = sum(block.heights.slice(0, block.headers));
  const kept = !!previous && (previous.keepRows.length > 0 ? previous.keepRows[previous.keepRows.length - 1]! : previous.keepNext);
  return block.heights.map((height, index) => ({
    block: n, index, height, space: index === 0 ? block.space : 0, dear: index === 0 ? (kept ? 1 : 0) : within(block, index),
    again: index > 0 && index >= block.headers ? again : 0, must: index === 0 && block.before && n > 0,
    spare: index === block.heights.length - 1 ? block.edge : -block.edge,
  }));
}

/** Says how dear it is to begin a page with a line or a row that is not its block's first. */
function within(block: Block, index: number): number {
  if (block.keepRows.length > 0) return index <= block.headers ? 3 : block.keepRows[index - 1] ? 1 : 0;
  if (block.keepLines) return 2;
  return index >= block.alone && block.heights.length - index >= block.alone ? 0 : 3;
}

/** Returns the last of the units *from* … *to* that it is least dear to begin a page with. */
function cheapest(units: Unit[], from: number, to: number): number {
  let best = to;
  for (let n = to; n >= from; n--) if (units[n]!.dear < units[best]!.dear) best = n;
  return best;
}

/**
 * Returns *at*, or the heading before it: LibreOffice first lays a table that is kept with the empty line above it as if that line took no room;
 * a paragraph below it that fits so, and no longer when the line has its room, goes whole to the next page, its heading with it.
 */
function together(blocks: Block[], units: Unit[], start: number, at: number, room: number): number {
  const { block, index } = units[at]!;
  let head = block;
  while (blocks[head - 1]?.keepNext && blocks[head - 1]!.keepRows.length === 0) head--;
  if (index === 0 || head === block || blocks[block]!.keepRows.length > 0) return at;
  const table = [head - 1, head - 2].find((n) => (blocks[n]?.keepRows.length ?? 0) > 0) ?? -1; // an empty line of a point may part them
  const above = blocks[table - 1];
  if (table <= units[start]!.block || !above?.keepNext) return at;
  const end = units.findLastIndex((one) => one.block === block);
  const used = units.slice(start, end + 1).reduce((total, one, n) => total + one.height + (n === 0 ? one.again : one.space), 0);
  return used - room <= above.space + sum(above.heights) ? units.findIndex((one) => one.block === head) : at;
}

function pieces(units: Unit[]): Piece[] {
  const made: Piece[] = [];
  for (const { block, index } of units) {
    const last = made[made.length - 1];
    if (last?.block === block) last.to = index + 1;
    else made.push({ block, from: index, to: index + 1 });
  }
  return made;
}
