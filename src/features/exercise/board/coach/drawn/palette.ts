/** The tea-house colours. `line` is always the deep tone of its own colour, never black: that keeps it calm. */
export interface Tone {
  readonly fill: string;
  readonly shade: string;
  readonly line: string;
}

export const JACKET: Tone = { fill: '#9A2D18', shade: '#7F2412', line: '#571708' };
export const TROUSERS: Tone = { fill: '#2B4A41', shade: '#203A33', line: '#12251F' };
export const SKIN: Tone = { fill: '#EFC5A0', shade: '#E0AC85', line: '#9C6646' };
export const HAIR: Tone = { fill: '#D4D6D4', shade: '#B7BBB9', line: '#7B817E' };
export const CUFF: Tone = { fill: '#F6E8C9', shade: '#E2CC9C', line: '#8F7340' };
export const SHOE: Tone = { fill: '#2A241D', shade: '#1C1712', line: '#120E0A' };
export const SOLE: Tone = { fill: '#F3EAD6', shade: '#DCCFB2', line: '#8A7B66' };
export const INK = '#2B221A';
export const LIP = '#A9573F';
export const BLUSH = 'rgba(214, 122, 88, 0.30)';
export const GOLD = '#F3C15B';
export const BROW = '#8B8F8C';
export const EYE = '#FFFDF8';

export const WALL = '#DFE9D8';
export const WALL_DEEP = '#CDDBC8';
export const SKY = '#F1F5E9';
export const HILL_FAR = '#DCE8DB';
export const HILL_NEAR = '#CADCCB';
export const FRAME = '#BFA67A';
export const FLOOR = '#DCC49A';
export const FLOOR_LINE = '#CDB283';
export const WOOD: Tone = { fill: '#A98456', shade: '#8A6A42', line: '#6B5030' };
export const LEAF = '#9DBB9C';
export const LEAF_DEEP = '#7FA384';
export const POT = '#7E9A94';
export const POT_DEEP = '#68847E';
