import { yesNoOf } from "../language/yes-no.ts";

/** How far behind a label its answer ends. */
const answerChars = 60;

/** Whether what follows the words of a label in a text answers no to them: `: no`, `： なし`. @param text from behind those words on */
export function answersNo(text: string): boolean {
  const answer = /^[ \u00a0]*[:：][ \u00a0]*([^\n.;,。，、]+)/u.exec(text.slice(0, answerChars))?.[1];
  return answer !== undefined && yesNoOf(answer.trim())?.says === "no";
}

/** Whether a label of the sentence is answered by a no. */
export function holdsAnswerNo(sentence: string): boolean {
  return [...sentence.matchAll(/[:：]/gu)].some(({ index }) => answersNo(sentence.slice(index)));
}
