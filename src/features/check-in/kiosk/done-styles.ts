import { css } from 'lit';

/** ✓: what has come of signing in. Where there is little room what is drawn makes way first, then what is told last. */
export const doneStyles = css`
  .step {
    display: flex;
    flex: 1;
    flex-direction: column;
    min-height: 0;
  }
  .targets {
    flex: 1;
  }
  /* The whole of what is very long stands on the session's page. */
  .target b,
  .target > span {
    display: -webkit-box;
    overflow: hidden;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    word-break: keep-all;
    overflow-wrap: break-word;
  }
  .target > span {
    font-size: var(--text);
    line-height: 1.5;
  }
  .drawn {
    display: flex;
    flex: 0 1000 calc(var(--u) * 84);
    align-items: center;
    justify-content: center;
    width: 100%;
    min-height: calc(var(--u) * 30);
    margin-bottom: calc(var(--u) * 4);
  }
  .drawn .sign {
    flex: none;
    height: 100%;
    max-height: calc(var(--u) * 63);
  }
  .tree {
    flex: 0 1 auto;
    min-width: 0;
    height: 100%;
    margin-left: calc(var(--u) * 12);
    color: #6b4a2b;
  }
  .leaf {
    fill: var(--pine);
    stroke: var(--paper);
    stroke-width: 0.8;
  }
  .leaf.new {
    fill: var(--amber);
    stroke: var(--ink);
    stroke-width: 1.2;
  }
  /* Larger words push it up to the clock, and it stands beside that. */
  :host-context([data-enlarged]) .drawn {
    padding-right: calc(var(--u) * 78);
  }
  .signed .said {
    display: flex;
    flex: 0 1 auto;
    flex-direction: column;
    min-height: 0;
    width: 100%;
  }
  .answer {
    flex: none;
    min-width: 0;
  }
  .where {
    font-size: calc(var(--text) * 1.28);
    font-weight: 700;
  }
  /* What is very long is cut where it would take the room of what else is said; when it begins is not. */
  .done.signed .what {
    -webkit-line-clamp: 2;
    word-break: break-word;
  }
  .where > * {
    display: inline-block;
  }
  .where b {
    max-width: 100%;
    max-height: 3em;
    overflow: hidden;
    vertical-align: bottom;
  }
  /* A line that has no room wraps out of sight. */
  .figures {
    display: flex;
    flex: 0 1 auto;
    flex-flow: column wrap;
    min-height: 0;
    overflow: hidden;
  }
  .figures::before {
    content: '';
    width: 100%;
  }
  .figures > p {
    flex: none;
    width: 100%;
  }
  .count {
    color: var(--ink-soft);
  }
  .count b {
    display: inline-block;
    font-size: calc(var(--u) * 24);
    font-weight: 900;
    line-height: 1.2;
    color: var(--ink);
  }
  .signed + .ways {
    grid-gap: calc(var(--u) * 5);
  }
  .signed + .ways > * {
    min-height: calc(var(--u) * 24);
    /* Words grow smaller before they break. */
    white-space: nowrap;
    --button-text: calc(var(--text) * 1.15);
    --button-pad: calc(var(--u) * 3);
  }
  .ways ll-own-comfort:not([hidden]) + .keep {
    grid-column: auto;
  }
  :host([landscape]) .done {
    flex-direction: row;
  }
  :host([landscape]) .drawn {
    align-self: stretch;
    flex: 0 0 calc(var(--u) * 104);
    flex-direction: column;
    min-height: 0;
    margin: 0 calc(var(--u) * 10) 0 0;
    padding: 0;
  }
  :host([landscape]) .drawn .sign {
    flex: 0 1 calc(var(--u) * 56);
    width: 100%;
    height: auto;
    min-height: 0;
  }
  :host([landscape]) .tree {
    flex: 0 1 calc(var(--u) * 74);
    width: 100%;
    min-height: 0;
    margin: 0;
  }
  :host([landscape]) .signed .said {
    flex: 1;
    max-height: 100%;
    text-align: left;
  }
  /* The clock stands to the right of it. */
  :host([landscape]) .signed h1 {
    padding-right: calc(var(--u) * 80);
    margin-bottom: calc(var(--u) * 1);
  }
  /* Beside each other: who, what and where; and, under the clock, what has come of it. */
  :host-context([data-enlarged]):host([landscape]) .drawn {
    flex-basis: calc(var(--u) * 44);
    margin-right: calc(var(--u) * 8);
  }
  :host-context([data-enlarged]):host([landscape]) .tree {
    display: none;
  }
  :host-context([data-enlarged]):host([landscape]) .signed .said {
    align-self: stretch;
    flex-direction: row;
  }
  :host-context([data-enlarged]):host([landscape]) .answer {
    flex: 1;
  }
  :host-context([data-enlarged]):host([landscape]) .signed h1 {
    margin: 0;
    padding: 0;
    font-size: calc(var(--u) * 22);
    line-height: 1.2;
  }
  :host-context([data-enlarged]):host([landscape]) .figures {
    width: calc(var(--u) * 122);
    margin-left: calc(var(--u) * 6);
    padding-top: calc(var(--u) * 26);
  }
  :host([landscape]) .done.signed .what,
  :host([landscape]) .where {
    font-size: calc(var(--text) * 1.1);
  }
  :host([landscape]) .done.signed .what {
    -webkit-line-clamp: 1;
  }
  :host([landscape]) .where > * {
    display: inline;
  }
  :host([landscape]) .where {
    max-height: 3em;
    overflow: hidden;
  }
  :host([landscape]) .count b {
    font-size: calc(var(--u) * 20);
  }
  /* As many beside each other as go into a row, and those of each row as wide as it. */
  :host([landscape]) .signed + .ways {
    display: flex;
    flex-wrap: wrap;
    margin: calc(var(--u) * 2) calc(var(--u) * -2) calc(var(--u) * -2);
  }
  :host([landscape]) .signed + .ways > * {
    flex: 1 1 calc(var(--u) * 92);
    min-width: 0;
    margin: calc(var(--u) * 2);
    --button-text: calc(var(--text) * 0.95);
  }
  :host([landscape]) .signed + .ways .keep {
    flex-basis: calc(var(--u) * 130);
  }
`;
