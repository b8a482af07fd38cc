import { decodeFrames, encodeFrames } from './frames.ts';
import type {} from './sync-access-handle.ts';
import type { JournalAnswer, JournalAsk, JournalEntry } from './messages.ts';

/*
 * Keeps the journal of one tab in OPFS. A file can have one handle, so that each tab writes its own. A tab takes the
 * first file that no living tab holds, and what others that are gone have left is written into it before their files
 * are emptied. Files are used again rather than removed: Chromium miscounts the space of those removed after a
 * browser's end, by gigabytes.
 */

const compactAboveBytes = 1 << 20;

let folder: FileSystemDirectoryHandle;
let fileName: string;
let handle: FileSystemSyncAccessHandle;
let fileBytes = 0;
/** What the file holds and is still needed. */
const entries = new Map<string, string>();

async function open(name: string): Promise<void> {
  const root = await navigator.storage.getDirectory();
  folder = await root.getDirectoryHandle(`${name}:journal`.replace(/[^\w-]/g, '_'), { create: true });
  let seated = false;
  for await (const found of folder.keys()) {
    const free = await handleOf(found);
    if (free === null) continue;
    if (seated) await takeOver(free);
    else await sit(found, free);
    seated = true;
  }
  if (!seated) await sitAnew();
}

/** Null while a living tab holds the file. */
async function handleOf(name: string): Promise<FileSystemSyncAccessHandle | null> {
  try {
    return await (await folder.getFileHandle(name)).createSyncAccessHandle();
  } catch {
    return null;
  }
}

/** The file becomes this tab's, with what it holds; a torn tail is written over. */
async function sit(name: string, free: FileSystemSyncAccessHandle): Promise<void> {
  const { entries: found, goodBytes } = await readFrames(free);
  fileName = name;
  handle = free;
  fileBytes = goodBytes;
  await handle.truncate(goodBytes);
  for (const { mid, text } of found) entries.set(mid, text);
}

async function sitAnew(): Promise<void> {
  fileName = `${Date.now()}-${Math.random().toString(36).slice(2)}`;
  handle = await (await folder.getFileHandle(fileName, { create: true })).createSyncAccessHandle();
  fileBytes = 0;
}

async function takeOver(left: FileSystemSyncAccessHandle): Promise<void> {
  await append((await readFrames(left)).entries);
  await empty(left);
}

/** What it held is on the disk elsewhere by now. */
async function empty(left: FileSystemSyncAccessHandle): Promise<void> {
  await left.truncate(0);
  await left.flush();
  left.close();
}

async function readFrames(
  from: FileSystemSyncAccessHandle,
): Promise<{ entries: readonly JournalEntry[]; goodBytes: number }> {
  const bytes = new Uint8Array(await from.getSize());
  from.read(bytes, { at: 0 });
  return entriesIn(bytes);
}

function entriesIn(bytes: Uint8Array): { entries: readonly JournalEntry[]; goodBytes: number } {
  const { texts, goodBytes } = decodeFrames(bytes);
  return { entries: texts.map((text): JournalEntry => JSON.parse(text)), goodBytes };
}

/** Resolves once the entries have reached the disk. */
async function append(added: readonly JournalEntry[]): Promise<void> {
  if (added.length === 0) return;
  const frames = encodeFrames(added.map((entry) => JSON.stringify(entry)));
  handle.write(frames, { at: fileBytes });
  // Before Chromium 108 it answers with a promise.
  await handle.flush();
  fileBytes += frames.length;
  for (const { mid, text } of added) entries.set(mid, text);
}

async function forget(mids: readonly string[]): Promise<void> {
  for (const mid of mids) entries.delete(mid);
  if (entries.size === 0 && fileBytes > 0) {
    await handle.truncate(0);
    fileBytes = 0;
  } else if (fileBytes > compactAboveBytes && liveBytes() * 2 < fileBytes) {
    await rewrite();
  }
}

const liveBytes = (): number => [...entries.values()].reduce((sum, text) => sum + text.length, 0);

/** What is still needed goes to a new file; the old one is emptied when the new one is on the disk. */
async function rewrite(): Promise<void> {
  const old = handle;
  await sitAnew();
  await append([...entries].map(([mid, text]) => ({ mid, text })));
  await empty(old);
}

/** Entries of living tabs too: their files can be read while they hold them. */
async function readAll(): Promise<readonly string[]> {
  const all = new Map(entries);
  for await (const other of folder.keys()) {
    if (other === fileName) continue;
    try {
      const file = await (await folder.getFileHandle(other)).getFile();
      const { texts } = decodeFrames(new Uint8Array(await file.arrayBuffer()));
      for (const entry of texts.map((text) => JSON.parse(text) as JournalEntry))
        all.set(entry.mid, entry.text);
    } catch {
      // Taken over meanwhile: the tab that did has what was in it.
    }
  }
  return [...all.values()];
}

async function answer(ask: JournalAsk): Promise<readonly string[]> {
  switch (ask.type) {
    case 'open':
      await open(ask.name);
      return [];
    case 'append':
      await append(ask.entries);
      return [];
    case 'readAll':
      return readAll();
    case 'forget':
      await forget(ask.mids);
      return [];
  }
}

// One after the other: each step leaves the file and the map as one.
let turn: Promise<unknown> = Promise.resolve();
addEventListener('message', ({ data }: MessageEvent<JournalAsk>) => {
  turn = turn.then(async () => {
    let reply: JournalAnswer;
    try {
      reply = { id: data.id, ok: true, texts: await answer(data) };
    } catch (error) {
      reply = { id: data.id, ok: false, reason: String(error) };
    }
    postMessage(reply);
  });
});
