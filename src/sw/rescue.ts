import english from '../../locales/en.json?only=rescue' with { type: 'json' };
import chinese from '../../locales/zh-CN.json?only=rescue' with { type: 'json' };

/** It looks again by itself, through this worker: as soon as a page can be had, it stands there. */
const AGAIN_S = 5;

const style = `
  body { margin: 0; min-height: 100vh; display: flex; flex-direction: column; align-items: center; justify-content: center;
    box-sizing: border-box; padding: 5vmin; background: #F8F2E6; color: #2B2620; text-align: center; font-family: sans-serif; }
  h1 { margin: 0; font-size: 8vmin; line-height: 1.3; }
  p { margin: 3vmin 0 0; max-width: 26em; font-size: 4vmin; line-height: 1.5; }
  [lang=en] { margin-top: 7vmin; font-size: 3vmin; color: #5B5348; }
`;

/**
 * What stands on a glass of which the device can read no page and gets none from the hub. It lies in the worker's own
 * script, since all else may be what is damaged, and has no script of its own.
 */
export const rescuePage = (): Response =>
  new Response(
    `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta http-equiv="refresh" content="${AGAIN_S}"><title>${words(chinese, 'rescue.title')}</title><style>${style}</style></head>
<body><h1>${words(chinese, 'rescue.title')}</h1><p>${words(chinese, 'rescue.itself')}</p><p>${words(chinese, 'rescue.ask')}</p>
<p lang="en">${words(english, 'rescue.title')} ${words(english, 'rescue.itself')} ${words(english, 'rescue.ask')}</p></body></html>`,
    {
      status: 503,
      headers: {
        'content-type': 'text/html; charset=utf-8',
        'cache-control': 'no-store',
        'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
      },
    },
  );

/** A text by its whole key. The texts are the house's own and hold no markup. */
function words(texts: LocaleSections, key: string): string {
  const [part = '', name = ''] = key.split('.');
  const section = texts[part];
  const text = typeof section === 'object' ? section[name] : undefined;
  return typeof text === 'string' ? text : '';
}
