import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { isArrowKey, isBackKey, OK_KEY } from '../../src/ui/common/remote-keys.ts';

const at = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const file = (path: string): string => readFileSync(at(`kiosk-config/tv/${path}`), 'utf8');
/** What stands in the files for the address of a centre's hub. */
const HUB = 'https://hub.example';
const noPython = !existsSync('/usr/bin/python3') && 'needs python3';

/** A television that is given a package with a fault in it stays black, and says nothing. */
describe('the files that make a television a screen without a box', () => {
  it('webOS opens the hub’s screen, gives the page its Back key, and finds its icons', () => {
    const info: Readonly<Record<string, unknown>> = JSON.parse(file('webos/appinfo.json'));
    assert.match(String(info['id']), /^[a-z][a-z0-9]*(\.[a-z][a-z0-9]*)+$/);
    assert.match(String(info['version']), /^\d+\.\d+\.\d+$/);
    assert.equal(info['type'], 'web');
    assert.equal(info['disableBackHistoryAPI'], true);
    for (const key of ['icon', 'largeIcon'])
      assert.ok(existsSync(at(`public/icons/${String(info[key])}`)), key);
    const page = file(`webos/${String(info['main'])}`);
    assert.equal(page.split(HUB).length - 1, 1, 'the address is edited in one place');
    assert.ok(page.includes("hub + '/screen'"));
    assert.doesNotMatch(page, /=>|`|\bconst\b|\blet\b|\?\./, 'its set may be old');
  });

  it(
    'Tizen opens it, may go nowhere else, and asks for a set with an engine that runs it',
    { skip: noPython },
    () => {
      const read =
        'import sys,json,xml.etree.ElementTree as E\n' +
        "r=E.parse(sys.argv[1]).getroot(); print(json.dumps([[e.tag.split('}')[1], {k.split('}')[-1]: v for k, v in e.attrib.items()}, (e.text or '').strip()] for e in r.iter()]))";
      const { stdout, stderr } = spawnSync(
        '/usr/bin/python3',
        ['-c', read, at('kiosk-config/tv/tizen/config.xml')],
        {
          encoding: 'utf8',
        },
      );
      assert.equal(stderr, '', 'it is well-formed');
      const parts: readonly [string, Readonly<Record<string, string>>, string][] = JSON.parse(stdout);
      const all = (name: string) => parts.filter(([tag]) => tag === name);
      const one = (name: string): Readonly<Record<string, string>> => all(name)[0]?.[1] ?? {};
      assert.equal(one('content')['src'], `${HUB}/screen`);
      assert.deepEqual(
        all('access').map(([, { origin }]) => origin),
        [HUB],
      );
      assert.equal(all('allow-navigation')[0]?.[2], new URL(HUB).host);
      const application = one('application');
      assert.match(application['package'] ?? '', /^[0-9a-zA-Z]{10}$/, 'Tizen takes ten characters');
      assert.ok(application['id']?.startsWith(`${application['package']}.`));
      assert.ok(Number(application['required_version']) >= 6.5, 'before it the engine is older than 79');
      assert.ok(existsSync(at(`public/icons/${one('icon')['src']}`)));
      assert.equal(one('setting')['hwkey-event'], 'enable');
    },
  );

  it('all name the same address, which the words beside them tell to replace', () => {
    const words = file('README.md');
    assert.ok(words.includes(HUB));
    for (const name of ['webos/', 'tizen/', 'Android']) assert.ok(words.includes(name), name);
  });

  it('the keys of their remote controls are those the pages know', () => {
    for (const back of [8, 27, 166, 461, 10009]) assert.ok(isBackKey(back), String(back));
    for (const arrow of [37, 38, 39, 40]) assert.ok(isArrowKey(arrow) && !isBackKey(arrow));
    assert.equal(OK_KEY, 13);
  });
});
