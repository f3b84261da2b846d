import { nextTraits } from "./next-traits.ts";
import { readRefusal } from "./read-refusal.ts";
import { firstTraits, type ServerTraits, sameTraits } from "./server-traits.ts";

/** What is known of a server's models. */
export interface ServerKnowledge {
  /** undefined while nobody knows */
  read(model: string): ServerTraits | undefined;
  /** Never throws: the answer that told it is paid for. */
  keep(model: string, traits: ServerTraits): void;
  forget(model: string): void;
}

/** Where nothing is kept: what is learned holds as long as the process. */
export function rememberHere(): ServerKnowledge {
  const known = new Map<string, ServerTraits>();
  return {
    read: (model) => known.get(model),
    keep: (model, traits) => void known.set(model, traits),
    forget: (model) => void known.delete(model),
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
  signal: AbortSignal;
}

/**
 * Asks a server in the way that it takes. What that is tells its own refusals, which cost nothing: each is followed by the
 * next way, and what was answered at last is kept. Of calls that start at once while nothing is known, one goes ahead.
 * @throws what the last way was refused with, or what else `send` throws
 */
export type AskServer = <T>(asked: Asked, send: (traits: ServerTraits) => Promise<T>) => Promise<T>;

export function createAskServer(knowledge: ServerKnowledge): AskServer {
  const leaders = new Map<string, Promise<void>>();
  const trials = new Map<string, ServerTraits>();
  const guessed = new Map<string, number>();

  async function walk<T>({ model, images }: Asked, send: (traits: ServerTraits) => Promise<T>): Promise<T> {
    let unclear = 0;
    const refusedParameters = new Set<ServerTraits["tokenParameter"]>();
    let traits = trials.get(model) ?? knowledge.read(model) ?? firstTraits;
    for (let refusals = 0; ; refusals++) {
      try {
        const answer = await send(traits);
        if (refusals > 0 || !knowledge.read(model)) knowledge.keep(model, traits);
        trials.delete(model);
        return answer;
      } catch (error) {
        const learned = trials.get(model) ?? knowledge.read(model);
        const refusal = refusals < mostRefusals ? readRefusal(error, { traits, images }) : undefined;
        if (!refusal) throw error;
        if (learned && !sameTraits(learned, traits)) {
          traits = learned;
          continue;
        }
        if (refusal.what === "token_parameter") refusedParameters.add(traits.tokenParameter);
        // It may be the pictures, which the caller leaves out first.
        const mayGuess = !images && (guessed.get(model) ?? 0) <= performance.now();
        const next =
          refusal.what === "unclear" && !mayGuess
            ? undefined
            : nextTraits(traits, refusal, { unclear, refusedParameters });
        if (!next) {
          if (unclear > 0) guessed.set(model, performance.now() + guessedMs);
          trials.delete(model);
          throw error;
        }
        if (refusal.what === "unclear") unclear++;
        traits = next;
        trials.set(model, next);
      }
    }
  }

  return async (asked, send) => {
    const { model, signal } = asked;
    const until = performance.now() + patienceMs;
    for (;;) {
      const ahead = knowledge.read(model) ? undefined : leaders.get(model);
      const leftMs = until - performance.now();
      if (!ahead || leftMs <= 0) break;
      await settledWithin(ahead, leftMs, signal);
    }
    if (knowledge.read(model) || leaders.has(model)) return walk(asked, send);
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
