import { Banner, BlockStack, Button, ButtonGroup, Text } from "@shopify/polaris";
import { DiffView } from "../diff-view.tsx";
import { diffBodies } from "../diff-words.ts";
import { inSentence } from "../in-sentence.ts";
import { Moment } from "../moment.tsx";
import type { ContentTypeView, TextBody } from "../text-body.ts";
import { markupChange } from "../what-is-lost.ts";
import { BodyView } from "./body-view.tsx";
import type { VersionView } from "./product-detail-view.ts";

export interface ChangedMeanwhileProps {
  type: ContentTypeView;
  /** the newest version by now; null when what was edited is gone */
  theirs: VersionView | null;
  mine: TextBody;
  lang: string;
  now: number;
  onKeepMine(): void;
  onTakeTheirs(): void;
}

/** Above an edit whose text somebody else changed since it began: both texts, and which one to go on with. */
export function ChangedMeanwhile(props: ChangedMeanwhileProps) {
  const { type, theirs, mine, lang, now, onKeepMine, onTakeTheirs } = props;
  const label = inSentence(type.label);
  return (
    <Banner tone="warning" title={`The ${label} was changed in another window or by a job. Yours is kept here`}>
      <BlockStack gap="300">
        {theirs === null ? (
          <p>The text that you edit was rejected or removed. You can still save yours as a new draft.</p>
        ) : (
          <div className="sw-columns">
            <BlockStack gap="100">
              <Text as="h3" variant="headingSm">
                Theirs, <Moment at={theirs.createdAt} now={now} />
              </Text>
              <BodyView type={type} body={theirs.body} lang={lang} place="Theirs" empty="There is no text." />
            </BlockStack>
            <BlockStack gap="100">
              <Text as="h3" variant="headingSm">
                Yours, compared with theirs
              </Text>
              <DiffView
                parts={diffBodies(type, theirs.body, mine)}
                markup={markupChange(type, theirs.body, mine)}
                lang={lang}
              />
            </BlockStack>
          </div>
        )}
        <ButtonGroup>
          <Button onClick={onKeepMine}>Keep mine</Button>
          <Button onClick={onTakeTheirs}>{theirs === null ? "Discard mine" : "Take theirs"}</Button>
        </ButtonGroup>
      </BlockStack>
    </Banner>
  );
}
