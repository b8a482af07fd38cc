import type { Timers } from '../../protocol/client/ports.ts';
import { FileJournal } from './files/file-journal.ts';
import type { JournalAnswer, JournalAsk, JournalValue } from './messages.ts';
import { OpfsFolder } from './opfs-folder.ts';

/* Keeps the journal of one page in OPFS: only a dedicated worker has handles that flush. */

const timers: Timers = {
  after(ms, run) {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
};

let journal: Promise<FileJournal> = Promise.reject(new Error('the journal is not open'));
journal.catch(() => undefined);

const done: JournalValue = { texts: [], clean: true };

async function answer(ask: JournalAsk): Promise<JournalValue> {
  if (ask.type === 'open')
    journal = OpfsFolder.open(ask.name).then((folder) => FileJournal.open(folder, timers));
  const opened = await journal;
  switch (ask.type) {
    case 'open':
      break;
    case 'append':
      await opened.append(ask.entries);
      break;
    case 'readAll':
      return { ...done, texts: await opened.readAll() };
    case 'forget':
      await opened.forget(ask.mids);
      break;
    case 'tidy':
      return { ...done, clean: await opened.tidy() };
  }
  return done;
}

addEventListener('message', ({ data }: MessageEvent<JournalAsk>) => {
  const reply = (said: JournalAnswer): void => postMessage(said);
  answer(data).then(
    (value) => reply({ id: data.id, ok: true, value }),
    (error: unknown) => reply({ id: data.id, ok: false, reason: String(error) }),
  );
});
