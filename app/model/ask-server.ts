import { nextTraits } from "./next-traits.ts";
import { isAboutServer, readRefusal } from "./read-refusal.ts";
import { firstTraits, type ServerTraits, sameTraits } from "./server-traits.ts";

/** What is known of a server's models. */
export interface ServerKnowledge {
  /** undefined while unknown */
  read(model: string): Promise<ServerTraits | undefined>;
  /** Never throws: the answer that showed it is paid for. */
  keep(model: string, traits: ServerTraits): Promise<void>;
  /** Keeps what `change` makes of what is known at that moment; null: nothing. Never throws. */
  change(model: string, change: (known: ServerTraits | undefined) => ServerTraits | null): Promise<void>;
  forget(model: string): Promise<void>;
}

/** Where nothing is kept: what is learned holds as long as the process. */
export function rememberHere(): ServerKnowledge {
  const known = new Map<string, ServerTraits>();
  return {
    read: async (model) => known.get(model),
    keep: async (model, traits) => void known.set(model, traits),
    async change(model, change) {
      const changed = change(known.get(model));
      if (changed) known.set(model, changed);
    },
    forget: async (model) => void known.delete(model),
  };
}

/** A refusal comes at once: a server that is silent for so long is writing, so others may ask it too. */
const patienceMs = 5_000;
/** More refusals than there are things to refuse. */
const mostRefusals = 8;
/** After a row of refusals without a reason, the next request is not guessed about for so long. */
const guessedMs = 10 * 60_000;

export interface Asked {
  model: string;
  images: boolean;
  /** whose texts are asked for: one subject's refusals are no evidence about others, however often they come */
  subject: string;
  /** nothing of a shop's is asked for: what it is refused with is about the server, once it is refused twice */
  isProbe?: boolean | undefined;
  signal: AbortSignal;
}

/**
 * Asks a server in the form that it accepts. Its own refusals, which cost nothing, show which form that is: each is followed by the
 * next way. What was answered at last is kept where the refusals were about the server; where they may have been about what was
 * asked, only when another subject was refused and answered in the same way, and none was answered in the former one between
 * them. Of calls that start at once while nothing is known, one goes ahead.
 * @throws what the last way was refused with, or what else `send` throws
 */
export type AskServer = <T>(asked: Asked, send: (traits: ServerTraits) => Promise<T>) => Promise<T>;

export function createAskServer(knowledge: ServerKnowledge): AskServer {
  const leaders = new Map<string, Promise<void>>();
  const trials = new Map<string, ServerTraits>();
  /** by model: a way that one subject was answered in, after refusals that may have been about it alone */
  const suspected = new Map<string, { subject: string; traits: ServerTraits }>();
  /** by model: who was refused in all ways that can be guessed */
  const failedGuesses = new Map<string, { subject: string; ofAll: boolean; until: number }>();

  async function learn(
    { model, subject }: Asked,
    traits: ServerTraits,
    refusals: { count: number; doubtful: boolean },
  ): Promise<void> {
    failedGuesses.delete(model);
    if (refusals.doubtful) {
      const before = suspected.get(model);
      const isConfirmed = before !== undefined && before.subject !== subject && sameTraits(before.traits, traits);
      if (!isConfirmed) {
        suspected.set(model, { subject, traits });
        return;
      }
    }
    suspected.delete(model);
    if (refusals.count > 0 || !(await knowledge.read(model))) await knowledge.keep(model, traits);
  }

  /** Who is refused in all ways is not tried so again for a while; after two in a row nobody is. */
  function noteFailedGuesses({ model, subject }: Asked): void {
    const before = failedGuesses.get(model);
    const ofAll = before !== undefined && (before.ofAll || before.subject !== subject);
    failedGuesses.set(model, { subject, ofAll, until: performance.now() + guessedMs });
  }

  function mayGuess({ model, subject, images }: Asked): boolean {
    // It may be the pictures, which the caller leaves out first.
    if (images) return false;
    const failed = failedGuesses.get(model);
    return !failed || failed.until <= performance.now() || !(failed.ofAll || failed.subject === subject);
  }

  async function walk<T>(asked: Asked, send: (traits: ServerTraits) => Promise<T>): Promise<T> {
    const { model, images } = asked;
    let unclear = 0;
    let doubtful = false;
    let repeated = false;
    const refusedParameters = new Set<ServerTraits["tokenParameter"]>();
    const kept = await knowledge.read(model);
    let traits = trials.get(model) ?? kept ?? firstTraits;
    let known = traits;
    for (let refusals = 0; ; refusals++) {
      try {
        const answer = await send(traits);
        await learn(asked, traits, { count: refusals, doubtful });
        trials.delete(model);
        return answer;
      } catch (error) {
        const kept = await knowledge.read(model);
        // From here to `trials.set` nothing is waited for: others' trials of meanwhile are seen.
        const learned = trials.get(model) ?? kept;
        const refusal = refusals < mostRefusals ? readRefusal(error, { traits, images }) : undefined;
        if (!refusal) throw error;
        if (learned && !sameTraits(learned, known)) {
          known = learned;
          const isNews = !sameTraits(learned, traits);
          traits = learned;
          if (isNews) continue;
        }
        if (refusal.what === "token_parameter") refusedParameters.add(traits.tokenParameter);
        if (asked.isProbe && refusal.what === "unclear" && !repeated) {
          repeated = true;
          continue;
        }
        const next =
          refusal.what === "unclear" && !mayGuess(asked)
            ? undefined
            : nextTraits(traits, refusal, { unclear, refusedParameters });
        if (!next) {
          if (unclear > 0) noteFailedGuesses(asked);
          trials.delete(model);
          throw error;
        }
        if (refusal.what === "unclear") unclear++;
        if (!asked.isProbe && !isAboutServer(error, refusal)) doubtful = true;
        traits = next;
        if (!doubtful) {
          known = next;
          trials.set(model, next);
        }
      }
    }
  }

  return async (asked, send) => {
    const { model, signal } = asked;
    const until = performance.now() + patienceMs;
    for (;;) {
      const known = await knowledge.read(model);
      const ahead = known ? undefined : leaders.get(model);
      const leftMs = until - performance.now();
      if (known || (ahead && leftMs <= 0)) return walk(asked, send);
      // From here to `leaders.set` nothing is waited for: only one goes ahead.
      if (!ahead) break;
      await settledWithin(ahead, leftMs, signal);
    }
    const { promise, resolve } = Promise.withResolvers<void>();
    leaders.set(model, promise);
    try {
      return await walk(asked, send);
    } finally {
      leaders.delete(model);
      resolve();
    }
  };
}

/** Resolves when the other one has ended, when the time is over, or rejects with the signal's reason. */
async function settledWithin(other: Promise<void>, ms: number, signal: AbortSignal): Promise<void> {
  signal.throwIfAborted();
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const timer = setTimeout(resolve, ms);
  const stop = () => reject(signal.reason);
  signal.addEventListener("abort", stop, { once: true });
  try {
    await Promise.race([other, promise]);
  } finally {
    clearTimeout(timer);
    signal.removeEventListener("abort", stop);
  }
}
