/**
 * A promise whose failure is told to `report` if nobody follows it, where an ordinary one would end the process: a
 * handler may well start something and not wait for it.
 */
export class FollowedPromise<T> extends Promise<T> {
  #followed = false;

  static override get [Symbol.species](): PromiseConstructor {
    return Promise;
  }

  static of<T>(start: () => T | PromiseLike<T>, report: (error: unknown) => void): FollowedPromise<T> {
    const promise = new FollowedPromise<T>((resolve, reject) => {
      try {
        resolve(start());
      } catch (error) {
        reject(error as Error);
      }
    });
    promise.#watch(report);
    return promise;
  }

  // It is a promise: only that it is followed is noted.
  // oxlint-disable-next-line unicorn/no-thenable
  override then<A = T, B = never>(
    onValue?: ((value: T) => A | PromiseLike<A>) | null,
    onError?: ((reason: unknown) => B | PromiseLike<B>) | null,
  ): Promise<A | B> {
    this.#followed = true;
    return super.then(onValue, onError);
  }

  #watch(report: (error: unknown) => void): void {
    void super.then(undefined, (error: unknown) => {
      // An `await` follows it one job later.
      queueMicrotask(() => {
        if (!this.#followed) report(error);
      });
    });
  }
}
