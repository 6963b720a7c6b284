/** How many may be under way, and how many of these may not have been sent yet. */
export type Room = Readonly<{ underWay: number; unsent: number }>;

/** Lets in as many as there is room for; the others wait in line. */
export class Turns {
  readonly #waiting: (() => void)[] = [];
  readonly #room: Room;
  #underWay = 0;
  #unsent = 0;

  constructor(room: Room) {
    this.#room = room;
  }

  /** Does the work, which must not throw but reject, when its turn comes. It says when it is sent; at its end it counts as that, too. */
  take<T>(work: (sent: () => void) => Promise<T>): Promise<T> {
    if (this.#isFull()) return new Promise<void>((resolve) => this.#waiting.push(resolve)).then(() => this.#do(work));
    this.#enter();
    return this.#do(work);
  }

  #do<T>(work: (sent: () => void) => Promise<T>): Promise<T> {
    let isSent = false;
    const sent = (): void => {
      if (!isSent) this.#unsent--;
      isSent = true;
      this.#letIn();
    };
    const leave = (): void => {
      this.#underWay--;
      sent();
    };
    const doing = work(sent);
    doing.then(leave, leave);
    return doing;
  }

  #isFull(): boolean {
    return this.#underWay === this.#room.underWay || this.#unsent === this.#room.unsent;
  }

  #enter(): void {
    this.#underWay++;
    this.#unsent++;
  }

  #letIn(): void {
    while (this.#waiting.length > 0 && !this.#isFull()) {
      this.#enter();
      this.#waiting.shift()?.();
    }
  }
}
