// The parts that a page fetches those of that it draws with, the characters that they lack, and the marks of English.
import '@fontsource-variable/noto-sans-sc';
import './rare-characters/rare-characters.css';
import './english-marks/english-marks.css';
