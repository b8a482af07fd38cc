import { PER_SECOND, waveOf } from './wave.ts';

/**
 * Why nobody can be recorded here: the page is not secure, this browser cannot, there is no microphone, it was not
 * allowed, or something else has it.
 */
export type NoRecording = 'insecure' | 'cannot' | 'no-microphone' | 'refused' | 'in-use';

/** A recording that goes on. */
export interface Recording {
  /** Ends it, and makes of it what kiosks play; null where nothing came. */
  stop(): Promise<Blob | null>;
  /** Ends it, and lets what came go. */
  drop(): void;
}

/** Begins to record, once the person has allowed it; what keeps it from it is a word, never an error. */
export async function record(): Promise<Recording | NoRecording> {
  if (!window.isSecureContext) return 'insecure';
  // Absent in some browsers, whatever the types say.
  if (!('mediaDevices' in navigator) || typeof MediaRecorder === 'undefined') return 'cannot';
  let stream: MediaStream;
  try {
    stream = await navigator.mediaDevices.getUserMedia({
      audio: { echoCancellation: true, noiseSuppression: true, autoGainControl: true },
    });
  } catch (error) {
    return whyNot(error);
  }
  const recorder = new MediaRecorder(stream);
  const parts: Blob[] = [];
  recorder.ondataavailable = ({ data }) => void parts.push(data);
  const ended = new Promise<void>((resolve) => (recorder.onstop = () => resolve()));
  recorder.start();
  const end = async (): Promise<void> => {
    // It stops by itself where somebody pulls the microphone out.
    if (recorder.state !== 'inactive') recorder.stop();
    await ended;
    for (const track of stream.getTracks()) track.stop();
  };
  return {
    stop: async () => {
      await end();
      return wavedOf(new Blob(parts, { type: recorder.mimeType }));
    },
    drop: () => void end(),
  };
}

function whyNot(error: unknown): NoRecording {
  switch (error instanceof DOMException ? error.name : '') {
    case 'NotFoundError':
    case 'OverconstrainedError':
      return 'no-microphone';
    case 'NotReadableError':
    case 'AbortError':
      return 'in-use';
    case 'NotAllowedError':
    case 'SecurityError':
      return 'refused';
    default:
      return 'cannot';
  }
}

async function wavedOf(recorded: Blob): Promise<Blob | null> {
  try {
    const sound = await new OfflineAudioContext(1, 1, PER_SECOND).decodeAudioData(
      await recorded.arrayBuffer(),
    );
    if (sound.length === 0) return null;
    const channels = Array.from({ length: sound.numberOfChannels }, (_, i) => sound.getChannelData(i));
    return new Blob([waveOf(channels)], { type: 'audio/wav' });
  } catch (error) {
    console.error(error);
    return null;
  }
}
