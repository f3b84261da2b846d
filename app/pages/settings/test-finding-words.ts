import type { TestFinding } from "../../model/describe-test.ts";

/** What a test of a model found out, for the person who asked for it. */
export function testFindingWords(finding: TestFinding): string {
  switch (finding.code) {
    case "server_answers":
      return `Answers and accepts the key. A title took ${(Math.max(finding.textMs, 100) / 1_000).toFixed(1)} s.`;
    case "server_reached":
      return "The server answers.";
    case "server_timed_out":
      return "The server did not answer in time. Test again, or check the endpoint.";
    case "server_unreachable":
      return "The server cannot be reached or is out of order. Check the endpoint, then test again.";
    case "key_refused":
      return "The server answers, but does not accept the API key. Enter a valid key above.";
    case "model_there": {
      const { model, calledByItself } = finding;
      return calledByItself === null ? `${model} is there.` : `${model} is there, and calls itself ${calledByItself}.`;
    }
    case "text_flagged":
      return "The provider's filter flags a harmless product title. Choose another model.";
    case "no_credit":
      return "The account has no credit left. Add credit with the provider, then test again.";
    case "too_busy":
      return "The server is busy or the account's limit is reached. Test again in a minute.";
    case "text_refused":
      return "The model refuses to write a harmless product title. Choose another model.";
    case "answer_cut":
      return "The model's answer is cut before it ends. Choose a model that thinks less, or gives longer answers.";
    case "prompt_cut":
      return "The server cut even a short request. Raise its context length, or choose another model.";
    case "answer_not_in_form":
      return "The model does not answer in the form that it is asked for, not even when asked again. Choose another model.";
    case "form_kept":
      return "Answers in the form it is asked for.";
    case "form_told":
      return `${howTold[finding.besides]} Now and then an answer may have to be asked for twice.`;
    case "length_not_limited":
      return "Takes no limit on how long an answer gets.";
    case "limit_not_heeded":
      return `Does not heed a limit on how long an answer gets (${finding.parameter}): one was longer than asked for.`;
    case "long_answers":
      return `Long answers are possible (${finding.parameter}).`;
    case "answers_limited": {
      const most = finding.tokens.toLocaleString("en-US");
      return `An answer has at most ${most} tokens (${finding.parameter}). Very long texts may be cut.`;
    }
    case "pictures_not_shown":
      return `None are shown, as chosen above. ${fromFacts}`;
    case "pictures_not_taken":
      return `The model takes no pictures. ${fromFacts}`;
    case "pictures_taken":
      return picturesTaken[finding.as];
    case "price_known":
      return `$${finding.input} in, $${finding.output} out for a million tokens.`;
    case "price_unknown":
      return `No price is set for ${finding.model}, so its cost is not counted. Enter it under Spending.`;
    case "batches_offered":
      return "Runs that may wait are offered at half the price.";
    case "batches_not_offered":
      return "The server offers no half-price runs.";
    case "failed":
      return finding.merchantMessage;
    case "not_asked":
      return "The model could not be asked.";
  }
}

const fromFacts = "Alt texts are written from the product's facts alone, and say so.";

const howTold = {
  json_schema: "Does not keep to the form it is asked for by itself, so it is told in words as well.",
  json_object: "Takes no schema, only JSON mode: which texts are wanted is told in words.",
  nothing: "Takes no request for a form: it is told in words.",
};

const picturesTaken = {
  files: "Takes pictures as files, which the app sends.",
  addresses: "Takes pictures. Whether it can fetch those of your store shows with the first alt texts.",
  bytes: "Takes pictures.",
};
