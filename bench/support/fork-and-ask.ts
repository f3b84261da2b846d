import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

/** Runs a file of this folder in a process of its own: one order in, one answer out. @throws when it ends without one */
export async function forkAndAsk<Answer>(file: string, order: object): Promise<Answer> {
  const child = fork(fileURLToPath(new URL(file, import.meta.url)), { stdio: ["ignore", "inherit", "inherit", "ipc"] });
  const exited = once(child, "exit");
  child.send(order);
  const [answer] = (await Promise.race([
    once(child, "message"),
    exited.then(([code]) => {
      throw new Error(`${file} ended with ${code}`);
    }),
  ])) as [Answer];
  await exited;
  return answer;
}
