import { Banner, BlockStack, Checkbox, ChoiceList, Text } from "@shopify/polaris";
import { useState } from "react";
import { Dialog } from "../dialog.tsx";
import { countOf } from "../numbers.ts";
import type { SpendingView } from "../spending.ts";
import type { ContentTypeView } from "../text-body.ts";
import { isBeyondBalance, RunEstimate } from "./run-estimate.tsx";

export interface ModelChoice {
  version: "v1" | "v2";
  /** the model's own name, e.g. gpt-5-mini */
  name: string;
  creditsPerProduct: number;
}

export interface GenerateChoice {
  contentTypes: string[];
  agentModel: "v1" | "v2";
  /** `batch`: the products may wait up to 24 hours, for half the model's price */
  lane?: "direct" | "batch";
  /** products of one variant group are written each on its own */
  skipGrouping?: boolean;
  /** only so many of the products, to see texts and figures before all of them are written */
  sample?: number;
  /** images that have an alt text get a new one too */
  allImages?: boolean;
  /** of each product only the texts that it lacks */
  onlyMissing?: boolean;
}

/** A sample's products: enough for an estimate, few enough to read. */
export const sampleProducts = 3;

export interface GenerateDialogProps {
  open: boolean;
  productCount: number;
  /** true when there are more products than were counted */
  capped?: boolean;
  contentTypes: ContentTypeView[];
  models: ModelChoice[];
  spending: SpendingView;
  /** the model's provider has a batch mode, at half the price */
  canWait?: boolean;
  /** rules of the shop let variant groups share their texts */
  groups?: boolean;
  /** content types whose text a person gives: nothing is written or charged for them */
  given?: readonly string[];
  /** false while something is missing that `more` asks for, told the chosen content types */
  ready?(contentTypes: string[]): boolean;
  /** ticked at first; all when left out */
  preselected?: string[];
  /** offers to write only what a product lacks: ticked at first, or not */
  onlyMissing?: boolean;
  busy: boolean;
  /** what went wrong with the last attempt */
  problem?: string | null;
  /** further questions about the chosen content types */
  more?(contentTypes: string[]): React.ReactNode;
  onGenerate(choice: GenerateChoice): void;
  onClose(): void;
}

/** Asks what to write and with which model, and shows what it will cost before anything starts. */
export function GenerateDialog(props: GenerateDialogProps) {
  const { open, productCount, capped = false, contentTypes, models, spending, busy, problem } = props;
  const [types, setTypes] = useState(props.preselected ?? contentTypes.map((type) => type.name));
  const [version, setVersion] = useState<"v1" | "v2">("v1");
  const [waits, setWaits] = useState(false);
  const [allImages, setAllImages] = useState(false);
  const [onlyMissing, setOnlyMissing] = useState(props.onlyMissing ?? false);
  const lane = props.canWait && waits ? "batch" : "direct";
  const model = models.find((choice) => choice.version === version);
  const [skipGrouping, setSkipGrouping] = useState(false);
  const written = types.filter((type) => !props.given?.includes(type));
  const credits = written.length === 0 ? 0 : productCount * (model?.creditsPerProduct ?? 0);
  const ready = props.ready?.(types) ?? true;
  const products = `${capped ? "more than " : ""}${countOf(productCount, "product")}`;
  return (
    <Dialog
      open={open}
      onClose={props.onClose}
      title={`Generate content for ${products}`}
      primaryAction={{
        content: types.length > 0 && written.length === 0 ? "Save draft" : "Generate",
        onAction: () =>
          props.onGenerate({ contentTypes: types, agentModel: version, lane, allImages, skipGrouping, onlyMissing }),
        disabled: types.length === 0 || !ready || productCount === 0 || isBeyondBalance(credits, spending),
        loading: busy,
      }}
      secondaryActions={[
        ...(productCount > sampleProducts
          ? [
              {
                content: `Try ${sampleProducts} first`,
                onAction: () =>
                  props.onGenerate({
                    contentTypes: types,
                    agentModel: version,
                    sample: sampleProducts,
                    allImages,
                    skipGrouping,
                    onlyMissing,
                  }),
                disabled: busy || types.length === 0,
              },
            ]
          : []),
        { content: "Cancel", onAction: props.onClose, disabled: busy },
      ]}
    >
      <Dialog.Section>
        <BlockStack gap="400">
          {problem ? (
            <Banner tone="critical" title="Generation did not start">
              <p>{problem}</p>
            </Banner>
          ) : null}
          {isBeyondBalance(credits, spending) ? (
            <Banner tone="warning" title="Your credits do not cover this run">
              <p>Choose fewer products or another model, or ask whoever runs this app for more credits.</p>
            </Banner>
          ) : null}
          <ChoiceList
            allowMultiple
            title="What to write"
            choices={contentTypes.map((type) => ({ value: type.name, label: type.label }))}
            selected={types}
            onChange={setTypes}
            error={types.length === 0 ? "Choose at least one content type." : undefined}
          />
          {props.onlyMissing === undefined ? null : (
            <Checkbox
              label="Only texts that are missing"
              helpText="What a product has stays as it is. Products that lack none of these texts, or whose drafts of them wait for review, are left out, free of charge."
              checked={onlyMissing}
              onChange={setOnlyMissing}
            />
          )}
          {types.includes("image_alt") && !onlyMissing ? (
            <Checkbox
              label="Also images that have an alt text"
              helpText="Otherwise alt texts are written only for images without one."
              checked={allImages}
              onChange={setAllImages}
            />
          ) : null}
          <ChoiceList
            title="Model"
            choices={models.map((choice) => ({
              value: choice.version,
              label: `${choice.version} · ${choice.name}`,
              helpText: `${countOf(choice.creditsPerProduct, "credit")} a product. ${choice.version === "v1" ? "Fast, for most products." : "Slower, for texts that need more care."}`,
            }))}
            selected={[version]}
            onChange={([chosen]) => setVersion(chosen === "v2" ? "v2" : "v1")}
          />
          {props.groups && productCount > 1 ? (
            <Checkbox
              label="Write each variant on its own"
              helpText="Products with the same variant_group_id otherwise share the texts of the first of them, with its values replaced by theirs: varied texts cost no credits."
              checked={skipGrouping}
              onChange={setSkipGrouping}
            />
          ) : null}
          {props.canWait ? (
            <Checkbox
              label="Can wait up to 24 hours: half price"
              helpText="The model's provider answers when it has room, for half its price. Credits stay the same. Repairs are made at once, at the full price."
              checked={waits}
              onChange={setWaits}
            />
          ) : null}
        </BlockStack>
      </Dialog.Section>
      {props.more ? <Dialog.Section>{props.more(types)}</Dialog.Section> : null}
      <Dialog.Section>
        <BlockStack gap="200">
          {types.length > 0 && written.length === 0 ? (
            <Text as="p">No model is asked: your text is saved as a draft and checked, free of charge.</Text>
          ) : (
            <RunEstimate
              products={productCount}
              capped={capped}
              contentTypes={written}
              model={model}
              spending={spending}
              waits={lane === "batch"}
            />
          )}
          <Text as="p" tone="subdued" variant="bodySm">
            Repairs are free, failed products are not charged. New texts are drafts: your store changes only when you
            approve and publish them.
          </Text>
        </BlockStack>
      </Dialog.Section>
    </Dialog>
  );
}
