import { css } from 'lit';

/** What stands where on a screen's exercise, as its leader sees it. */
export const runStyles = css`
  .note {
    margin: 0.75rem 0;
  }
  .note:last-child {
    margin-bottom: 0;
  }
  .now {
    display: grid;
    gap: 0.25rem;
    margin: 0.75rem 0;
    padding: 0.875rem 1rem;
    border-radius: 0.875rem;
    background: var(--night);
    color: var(--cream);
  }
  .form {
    display: flex;
    gap: 0.75rem;
    align-items: baseline;
    font-size: 1.375rem;
    font-weight: 900;
    line-height: 1.3;
  }
  .form .num,
  .at {
    color: var(--gold);
  }
  .at {
    font-variant-numeric: tabular-nums;
    font-weight: 700;
  }
  .cue {
    color: var(--mint);
  }
  progress {
    width: 100%;
    height: 0.5rem;
    border: 0;
    border-radius: 99px;
    background: #35503f;
    overflow: hidden;
    -webkit-appearance: none;
    appearance: none;
  }
  progress::-webkit-progress-bar {
    background: #35503f;
  }
  progress::-webkit-progress-value {
    background: var(--gold);
  }
  progress::-moz-progress-bar {
    background: var(--gold);
  }
  .line {
    display: flex;
    gap: 0.75rem;
    justify-content: space-between;
  }
  .reports {
    margin-bottom: 0.75rem;
  }
  .start {
    display: grid;
    gap: 0.75rem;
    margin-top: 0.75rem;
  }
`;

/** The keys of the leader's remote: the largest are those one looks for in the middle of a movement. */
export const remoteStyles = css`
  .keys {
    display: grid;
    grid-template-columns: repeat(3, minmax(0, 1fr));
    gap: 0.5rem;
    margin-bottom: 0.75rem;
  }
  .keys.first {
    grid-template-columns: minmax(0, 3fr) minmax(6rem, 2fr);
  }
  .keys.toggles {
    grid-template-columns: repeat(auto-fit, minmax(7.5rem, 1fr));
  }
  .keys button {
    min-height: 3.25rem;
    padding: 0.25rem 0.375rem;
    overflow-wrap: anywhere;
  }
  .keys.first button {
    min-height: 3.5rem;
    font-size: 1.125rem;
  }
  .keys .value {
    align-self: center;
    text-align: center;
    font-weight: 700;
    font-variant-numeric: tabular-nums;
  }
  .keys button[aria-pressed='true'] {
    border-color: var(--pine);
    background: var(--pine-tint);
    color: var(--pine-deep);
  }
  .ask {
    margin-bottom: 0.75rem;
    padding: 0.75rem;
    border: 2px solid var(--cinnabar);
    border-radius: 0.875rem;
  }
  .ask p {
    margin: 0 0 0.5rem;
    font-weight: 700;
  }
  .forms {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(9.25rem, 1fr));
    gap: 0.5rem;
    margin-top: 0.375rem;
  }
  .forms button {
    justify-content: flex-start;
    width: 100%;
    min-height: 3rem;
    padding: 0.25rem 0.5rem;
    gap: 0.375rem;
    border-color: #d6c7a9;
    background: transparent;
    text-align: left;
    font-weight: 500;
  }
  .forms button[aria-current='true'] {
    border-color: var(--pine);
    background: var(--pine-tint);
    color: var(--pine-deep);
    font-weight: 700;
  }
  .forms b {
    min-width: 1em;
    font-variant-numeric: tabular-nums;
  }
`;
