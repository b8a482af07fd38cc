import { css } from 'lit';

/** The list of sessions, each a card that opens its page; and that page. */
export const sessionStyles = css`
  ll-segments {
    flex: none;
    margin-bottom: calc(var(--u) * 5);
  }
  :host {
    /* None in the largest type, much in any other: what is told elsewhere too makes room there. */
    --if-room: max(0px, calc((1.45 - var(--larger)) * 4000px));
  }
  /* At the largest they all have one row; a step of what fits would be too small. */
  :host-context([data-enlarged]) .kinds {
    --many-text: calc(var(--text) * 0.93);
  }
  .day {
    max-height: var(--if-room);
    overflow: hidden;
    padding-bottom: calc(var(--u) * 4);
    font-size: var(--text-large);
    font-weight: 700;
    line-height: 1.3;
  }
  .session {
    display: flex;
    /* Where the words leave how it stands no room it stands below them. */
    flex-wrap: wrap;
    align-items: center;
    margin-bottom: calc(var(--u) * 4);
    padding: calc(var(--u) * 3) calc(var(--u) * 7);
  }
  .session .kind {
    flex: none;
    width: calc(var(--u) * 23);
    max-width: var(--if-room);
    padding-right: calc(var(--u) * 6);
    overflow: hidden;
    color: var(--cinnabar);
  }
  .session .words {
    flex: 99 1 calc(var(--u) * 85 * var(--larger) * var(--larger));
    min-width: 0;
    overflow-wrap: break-word;
  }
  .session .when {
    display: block;
    font-size: var(--text);
    line-height: 1.35;
    color: var(--ink-soft);
  }
  .session .when > * {
    display: inline-block;
    font-size: inherit;
    font-weight: inherit;
    line-height: inherit;
  }
  .session .when > b {
    font-weight: 700;
  }
  /* The whole of what is very long stands on the session's page. */
  .session .room {
    max-width: 100%;
    max-height: calc(var(--text) * 2.7);
    overflow: hidden;
    vertical-align: top;
  }
  .session .called {
    display: -webkit-box;
    overflow: hidden;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 3;
    word-break: keep-all;
  }
  .session .standing {
    flex: 0 1 auto;
    margin-left: auto;
    padding-left: calc(var(--u) * 4);
    font-size: var(--text);
    font-weight: 700;
    line-height: 1.3;
    color: var(--pine);
  }
  .session.off {
    background: transparent;
  }
  .session.off .called {
    color: var(--ink-soft);
  }
  .session.off .standing {
    color: var(--ink);
  }
  .notice {
    margin-bottom: calc(var(--u) * 5);
    padding: calc(var(--u) * 4) calc(var(--u) * 8);
    background: var(--amber);
    border-radius: var(--radius-small);
    font-size: calc(var(--text) * 1.1);
    line-height: 1.5;
  }
  .notice > * {
    display: block;
  }
  .fact {
    display: flex;
    flex-wrap: wrap;
    padding: calc(var(--u) * 3) 0;
    border-bottom: calc(var(--u) * 0.5) solid var(--rule);
    line-height: 1.5;
  }
  .fact h2 {
    flex: 1 0 auto;
    width: calc(var(--u) * 56 * var(--larger));
    max-width: calc(var(--u) * 56 * var(--larger));
    font-size: calc(var(--text) * 1.15);
    font-weight: 500;
    color: var(--ink-soft);
  }
  .fact p {
    flex: 99 1 calc(var(--u) * 90 * var(--larger));
    min-width: 0;
    font-size: calc(var(--text) * 1.15);
    font-weight: 700;
    overflow-wrap: break-word;
  }
  .fact small,
  .about small,
  .notice small {
    display: block;
    font-size: var(--text);
    font-weight: 500;
  }
  .about {
    padding: calc(var(--u) * 3) 0;
    font-size: calc(var(--text) * 1.15);
  }
  :host([landscape]) .about {
    font-size: var(--text);
  }
  .fact p,
  .notice {
    /* Short words break where they pause, not within. */
    word-break: keep-all;
  }
  .fact p > span {
    display: inline-block;
    max-width: 100%;
  }
  .sheet {
    display: flex;
    flex: 1;
    flex-direction: column;
    min-height: 0;
  }
  /* Wider than high: between the heading and the clock what is chosen of, beside a session what can be done. */
  :host([landscape]) {
    position: relative;
  }
  :host([landscape]) .kinds {
    position: absolute;
    top: 0;
    right: calc(var(--u) * 93);
    left: calc(var(--u) * 73);
    margin: 0;
    /* All of them stand in one row. */
    --text-small: calc(var(--u) * 9.2 * min(var(--larger), 1.2));
  }
  /* The clock and the heading are narrower than the Chinese ones, and these words are wider. */
  :host-context([lang='en']):host([landscape]) .kinds {
    right: calc(var(--u) * 82);
    left: calc(var(--u) * 66);
  }
  :host([landscape]) .day,
  :host([landscape]) .session .kind {
    display: none;
  }
  :host([landscape]) h1 {
    min-height: max(calc(var(--u) * 24), calc(var(--mm) * 20));
    margin-bottom: calc(var(--u) * 6);
  }
  :host([landscape]) ll-segments {
    margin-bottom: calc(var(--u) * 4);
  }
  :host([landscape]) .session {
    min-height: calc(var(--u) * 34);
    margin-bottom: max(calc(var(--u) * 3), calc(var(--mm) * 3));
    padding: calc(var(--u) * 2) calc(var(--u) * 7);
  }
  :host([landscape]) .session .when {
    line-height: 1.25;
  }
  :host([landscape]) .session .room {
    max-width: var(--if-room);
    max-height: var(--if-room);
    overflow: hidden;
    vertical-align: top;
  }
  :host([landscape]) .session .called {
    -webkit-line-clamp: 2;
    font-size: var(--text-large);
    line-height: 1.32;
  }
  :host([landscape]) .fact {
    padding: calc(var(--u) * 2) 0;
  }
  :host([landscape]) .fact h2,
  :host([landscape]) .fact p {
    font-size: var(--text);
  }
  :host([landscape]) .fact h2 {
    width: calc(var(--u) * 46 * var(--larger));
  }
  :host([landscape]) h1.beside {
    font-size: calc(var(--u) * 17);
  }
  :host([landscape]) .sheet {
    --page-columns: 1;
    flex-direction: row;
  }
  :host([landscape]) .sheet .ways {
    grid-template-columns: 1fr;
    align-content: end;
    width: calc(var(--u) * 140);
    margin: 0 0 0 calc(var(--u) * 14);
  }
  ll-kiosk-enrol {
    flex: 1;
    min-height: 0;
  }
`;
