import { css } from 'lit';

/** The menu board: names and prices as large as the last row of seats needs, a picture and the set meal beside them. */
export const menuBoardStyles = css`
  /* The foot says till when, or from when: the day has the room. */
  .narrow .hours {
    display: none;
  }
  .price {
    display: block;
    font-size: calc(var(--am) * 50);
    line-height: 1;
    font-weight: 700;
    color: var(--gold);
  }
  .price small {
    margin-left: 0.15em;
    font-size: var(--board-beside);
    font-weight: 500;
  }
  /* It stands on one line of what is said of the dish, and takes no room from the next. */
  .lesser {
    margin-top: calc(var(--am) * -2);
    margin-bottom: calc(var(--am) * -3);
    font-size: var(--board-read);
    line-height: 1;
  }
  .lesser small:first-child {
    margin: 0 0.3em 0 0;
  }
  .free,
  .gone {
    display: block;
    font-size: var(--board-read);
    line-height: 1.15;
  }
  .free {
    color: var(--gold);
  }
  .contains {
    color: var(--cream);
    font-size: var(--board-beside);
  }
  .text,
  .note {
    color: var(--cream);
    font-size: var(--board-beside);
  }
  .row .note {
    color: var(--mint);
  }
  .sold .name,
  .sold .gone {
    color: var(--quiet);
  }
  .sold .say {
    text-decoration: line-through;
    text-decoration-thickness: calc(var(--am) * 3);
  }
  .unchecked {
    color: var(--gold);
    font-weight: 700;
  }
`;
