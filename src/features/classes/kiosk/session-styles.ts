import { css } from 'lit';

/** The list of sessions, each a card that opens its page; and that page. */
export const sessionStyles = css`
  ll-segments {
    flex: none;
    margin-bottom: calc(var(--u) * 5);
  }
  .day {
    margin-bottom: calc(var(--u) * 4);
    font-size: var(--text-large);
    font-weight: 700;
    line-height: 1.3;
  }
  .session {
    display: flex;
    /* Where the words leave how it stands no room it stands below them. */
    flex-wrap: wrap;
    align-items: center;
    width: 100%;
    min-height: calc(var(--u) * 38);
    margin-bottom: calc(var(--u) * 4);
    padding: calc(var(--u) * 4) calc(var(--u) * 7);
    background: var(--card);
    border: calc(var(--u) * 0.6) solid var(--tile-edge);
    border-bottom-width: calc(var(--u) * 1.4);
    border-radius: var(--radius);
    color: var(--ink);
    font-weight: 500;
    text-align: left;
  }
  .session .kind {
    flex: none;
    width: calc(var(--u) * 17);
    margin-right: calc(var(--u) * 6);
    color: var(--cinnabar);
  }
  .session .words {
    flex: 99 1 calc(var(--u) * 90);
    min-width: 0;
    overflow-wrap: break-word;
  }
  .session .when {
    display: block;
    font-size: var(--text);
    line-height: 1.35;
    color: var(--ink-soft);
  }
  .session .name {
    display: block;
    font-size: var(--text-title);
    font-weight: 900;
    line-height: 1.3;
  }
  .session .standing {
    flex: 0 1 auto;
    margin-left: auto;
    padding-left: calc(var(--u) * 4);
    font-size: var(--text-large);
    font-weight: 700;
    color: var(--pine);
  }
  .session.off {
    background: transparent;
  }
  .session.off .name {
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
    font-size: var(--text-large);
    line-height: 1.4;
  }
  .notice > * {
    display: block;
  }
  .fact {
    display: flex;
    flex-wrap: wrap;
    padding: calc(var(--u) * 4) 0;
    border-bottom: calc(var(--u) * 0.5) solid var(--rule);
    line-height: 1.35;
  }
  .fact h2 {
    flex: 1 0 auto;
    width: calc(var(--u) * 62 * var(--larger));
    max-width: calc(var(--u) * 62 * var(--larger));
    font-size: var(--text-large);
    font-weight: 500;
    color: var(--ink-soft);
  }
  .fact p {
    flex: 99 1 calc(var(--u) * 90 * var(--larger));
    min-width: 0;
    font-size: var(--text-large);
    font-weight: 700;
    overflow-wrap: break-word;
  }
  .fact small {
    display: block;
    font-size: var(--text);
    font-weight: 500;
  }
  .about {
    padding: calc(var(--u) * 4) 0;
    font-size: var(--text-large);
  }
  .ways {
    display: grid;
    flex: none;
    grid-template-columns: 1fr 1fr;
    grid-gap: var(--gap);
    margin-top: var(--gap);
  }
  .ways ll-button {
    height: calc(var(--u) * 32);
  }
  .ways .wide {
    grid-column: 1 / -1;
  }
  ll-kiosk-enrol {
    flex: 1;
    min-height: 0;
  }
`;
