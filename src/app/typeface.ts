// The parts that a page fetches those of that it draws with, and the characters that they lack.
import '@fontsource-variable/noto-sans-sc';
import './rare-characters/rare-characters.css';
