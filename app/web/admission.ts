/** Ends a request's stay. Called a second time it does nothing. */
export type Leave = () => void;

/** All who bring no token of the admin's: together they have one turn among the shops', and one slot. */
export const strangers = "";

export interface Admission {
  /** @returns null where there is no room, or where there was none for as long as a request may wait */
  enter(shop: string): Promise<Leave | null>;
  readonly waiting: number;
  readonly inside: number;
}

export interface AdmissionLimits {
  /** requests worked on at once */
  slots: number;
  /** requests that wait for a slot */
  places: number;
  /** after this a waiting request is refused: its browser asks again by itself */
  longestWaitMs: number;
  /** a request inside for longer waits for somebody else, e.g. a model: it no longer takes a slot */
  countsMs: number;
  /** how many slots one shop holds at most: what it sends may wait inside, e.g. for a thread; default: all */
  slotsPerShop?: number;
}

interface Waiting {
  shop: string;
  timer: ReturnType<typeof setTimeout>;
  settle(leave: Leave | null): void;
}

/**
 * A bounded queue in front of work that holds the event loop. Shops have their turns one after another, whatever one of them
 * sends; when all places are taken the shop with most of them gives one to a shop that has fewer.
 */
export function createAdmission({
  slots,
  places,
  longestWaitMs,
  countsMs,
  slotsPerShop = slots,
}: AdmissionLimits): Admission {
  /** in the order of their turns; a shop without a waiting request is not in it */
  const queues = new Map<string, Waiting[]>();
  const held = new Map<string, number>();
  let waiting = 0;
  let inside = 0;

  const most = (shop: string) => (shop === strangers ? 1 : slotsPerShop);
  const mayEnter = (shop: string) => inside < slots && (held.get(shop) ?? 0) < most(shop);

  function begin(shop: string): Leave {
    inside++;
    held.set(shop, (held.get(shop) ?? 0) + 1);
    let counts = true;
    const leave = () => {
      if (!counts) return;
      counts = false;
      clearTimeout(timer);
      inside--;
      const left = (held.get(shop) ?? 1) - 1;
      if (left > 0) held.set(shop, left);
      else held.delete(shop);
      admitNext();
    };
    const timer = setTimeout(leave, countsMs);
    return leave;
  }

  function admitNext(): void {
    for (;;) {
      const turn = [...queues].find(([shop]) => mayEnter(shop));
      const next = turn?.[1].shift();
      if (!turn || !next) return;
      const [shop, rest] = turn;
      queues.delete(shop);
      if (rest.length > 0) queues.set(shop, rest);
      waiting--;
      clearTimeout(next.timer);
      next.settle(begin(shop));
    }
  }

  function remove(one: Waiting): void {
    const queue = queues.get(one.shop) ?? [];
    const rest = queue.filter((other) => other !== one);
    if (rest.length === queue.length) return;
    if (rest.length > 0) queues.set(one.shop, rest);
    else queues.delete(one.shop);
    waiting--;
    clearTimeout(one.timer);
    one.settle(null);
  }

  /** @returns whether a place became free */
  function makeRoom(shop: string): boolean {
    const fullest = [...queues.values()].reduce((most, queue) => (queue.length > most.length ? queue : most), []);
    const latest = fullest.at(-1);
    if (!latest || fullest.length <= (queues.get(shop)?.length ?? 0) + 1) return false;
    remove(latest);
    return true;
  }

  return {
    enter(shop) {
      if (mayEnter(shop) && !queues.has(shop)) return Promise.resolve(begin(shop));
      if (waiting >= places && !makeRoom(shop)) return Promise.resolve(null);
      return new Promise((settle) => {
        const one: Waiting = { shop, settle, timer: setTimeout(() => remove(one), longestWaitMs) };
        const queue = queues.get(shop);
        if (queue) queue.push(one);
        else queues.set(shop, [one]);
        waiting++;
      });
    },
    get waiting() {
      return waiting;
    },
    get inside() {
      return inside;
    },
  };
}
