const sounds = ['audio/mp4', 'audio/mpeg', 'audio/wav', 'audio/ogg'];
const films = ['video/mp4', 'video/webm'];

/**
 * Whether this engine plays sound or film of any kind. One that has nothing to play them with can end its page at the first
 * that it is given: a set without a decoder must not be given any.
 */
export function plays(what: 'sound' | 'film'): boolean {
  const player = document.createElement(what === 'sound' ? 'audio' : 'video');
  return (what === 'sound' ? sounds : films).some((mime) => player.canPlayType(mime) !== '');
}

/** A line to the loudspeaker, shut until it is resumed; null where this engine has nothing to play sound with. */
export function soundLine(): AudioContext | null {
  return typeof AudioContext === 'function' && plays('sound') ? new AudioContext() : null;
}
