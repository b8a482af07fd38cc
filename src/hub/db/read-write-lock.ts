/** Lets readers in together and writers alone, in the order they came. */
export class ReadWriteLock {
  #reading = 0;
  #writing = false;
  readonly #waiting: { readonly writer: boolean; readonly enter: () => void }[] = [];

  async read<T>(work: () => Promise<T>): Promise<T> {
    await this.#turn(false);
    try {
      return await work();
    } finally {
      this.#reading -= 1;
      this.#next();
    }
  }

  async write<T>(work: () => Promise<T>): Promise<T> {
    await this.#turn(true);
    try {
      return await work();
    } finally {
      this.#writing = false;
      this.#next();
    }
  }

  #turn(writer: boolean): Promise<void> {
    return new Promise((enter) => {
      this.#waiting.push({ writer, enter });
      this.#next();
    });
  }

  #next(): void {
    for (let first = this.#waiting[0]; first !== undefined; first = this.#waiting[0]) {
      if (this.#writing || (first.writer && this.#reading > 0)) return;
      this.#waiting.shift();
      if (first.writer) this.#writing = true;
      else this.#reading += 1;
      first.enter();
    }
  }
}
