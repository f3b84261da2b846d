import { readSpendSettings } from "../../credits/spend-settings.ts";
import type { Db } from "../../db/open.ts";
import type { ShopDomain } from "../../lib/brand.ts";
import type { Sealer } from "../../lib/seal.ts";
import type { ModelConfig } from "../../model/model-config.ts";
import { readModelSettings } from "../../model/model-settings.ts";
import { peopleOf, type ShopPerson } from "../../workplace/people.ts";
import { workSettingsOf } from "../../workplace/work-settings.ts";
import { spendFormOf } from "./spend-form.ts";

const lineBreak = String.fromCodePoint(10);

export interface SettingsDeps {
  db: Db;
  sealer: Sealer;
  config: ModelConfig;
}

/** A shop's settings as texts, which is how they are entered. `saved` never holds the key: `savedKey` is whether there is one. */
export async function readSettingsForm(deps: SettingsDeps, shop: ShopDomain) {
  const [settings, spend, work, people] = await Promise.all([
    readModelSettings(deps, shop),
    readSpendSettings(deps, shop),
    deps.db.do(workSettingsOf(shop)),
    deps.db.do(peopleOf(shop)),
  ]);
  const { baseUrl, modelV1, modelV2, modelExaminer, examine, images, concurrency, key, keyless, defaults } = settings;
  return {
    saved: {
      baseUrl: baseUrl ?? "",
      modelV1: modelV1 ?? "",
      modelV2: modelV2 ?? "",
      modelExaminer: modelExaminer ?? "",
      examine: examine ?? "",
      keyless: String(keyless),
      images,
      concurrency: String(concurrency),
      approvePublishes: String(work.approvePublishes),
      fourEyes: String(work.fourEyes),
      singleKeys: String(work.singleKeys),
      reviewOrder: work.reviewOrder,
      rejectReasons: work.rejectReasons.join(lineBreak),
      wordings: String(work.wordings),
      noticeRuns: String(work.noticeRuns),
      mailRuns: String(work.mailRuns),
      mailTo: work.mailTo.join(","),
      people: JSON.stringify(people.filter((one) => !isUsual(one))),
      ...spendFormOf(spend, {
        v1: modelV1 ?? defaults.modelV1,
        v2: modelV2 ?? defaults.modelV2,
        examiner: modelExaminer ?? defaults.modelExaminer,
      }),
    },
    savedKey: key,
    defaults,
    people,
    owner: work.owner,
  };
}

/** Nobody named or limited this person. */
function isUsual({ name, mayApprove, mayPublish, mayChangeRules }: ShopPerson): boolean {
  return name === "" && mayApprove && mayPublish && mayChangeRules;
}
