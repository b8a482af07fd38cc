import { ContextConsumer } from '@lit/context';
import type { ReactiveControllerHost } from 'lit';
import type { LocalStore } from '../protocol/client/api.ts';
import { storeContext } from './contexts.ts';

/** Tells a controller the store of its host's face once it is there, and each that takes its place. */
export function onStore(host: ReactiveControllerHost & HTMLElement, next: (store: LocalStore) => void): void {
  new ContextConsumer(host, { context: storeContext, subscribe: true, callback: next });
}
