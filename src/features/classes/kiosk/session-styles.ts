import { css } from 'lit';

/** A session as a card of the timetable. */
export const sessionStyles = css`
  .session {
    display: flex;
    align-items: center;
    min-height: calc(var(--u) * 38);
    margin-bottom: calc(var(--u) * 4);
    padding: calc(var(--u) * 5) calc(var(--u) * 9);
    background: var(--card);
    border-radius: var(--radius);
    box-shadow: 0 calc(var(--u) * 0.5) 0 var(--rule);
  }
  .session .time {
    flex: none;
    width: calc(var(--u) * 53);
    font-size: var(--text-title);
    font-weight: 900;
    line-height: 1.2;
  }
  .session .time small {
    display: block;
    font-size: var(--text-small);
    font-weight: 500;
    color: var(--ink-soft);
  }
  .session .words {
    flex: 1;
    min-width: 0;
    line-height: 1.35;
  }
  .session h3 {
    font-size: var(--text-title);
    font-weight: 900;
    line-height: 1.25;
  }
  .session .words p {
    font-size: var(--text-small);
    color: var(--ink-soft);
  }
  .session .words .note {
    font-weight: 700;
    color: var(--ink);
  }
  .session strong,
  .session ll-button {
    flex: none;
    margin-left: calc(var(--u) * 5);
    font-weight: 700;
  }
  .session.off h3 {
    text-decoration: line-through;
    color: var(--ink-soft);
  }
  .session.over {
    background: transparent;
    box-shadow: none;
  }
`;
