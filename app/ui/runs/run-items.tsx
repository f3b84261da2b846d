import { BlockStack, Button, Card, Checkbox, EmptyState, InlineStack, Link, Text } from "@shopify/polaris";
import type { TFunction } from "i18next";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Formats } from "../../i18n/formats.ts";
import { ItemStatusBadge } from "../badges.tsx";
import { shelfImage } from "../illustration.ts";
import { ListCell, ListRow, ListTable } from "../list-table.tsx";
import { pageTurns } from "../page-turns.ts";
import { TabRow } from "../tab-row.tsx";
import { useFormats } from "../use-formats.ts";
import { useSlow } from "../use-slow.ts";
import { type CallFiguresView, type Outcome, outcomes, type RunItemView, type RunView } from "./run-view.ts";
import { useRunWords } from "./run-words.ts";
import "../ui.css";
import { inARow } from "../in-a-row.ts";

export interface RunItemsProps {
  run: RunView;
  items: RunItemView[];
  outcome: Outcome;
  later: boolean;
  hasNext: boolean;
  loading: boolean;
  busy: boolean;
  now: number;
  onOutcome(outcome: Outcome): void;
  onNext(): void;
  onFirst(): void;
  /** items by their place in the run */
  onRetry(seqs: number[]): void;
}

/** The outcome of each item, to be narrowed by outcome; those that were not done can be chosen and tried again. */
export function RunItems(props: RunItemsProps) {
  const { run, items, outcome, later, hasNext, now } = props;
  const { t } = useTranslation("runs");
  const { count } = useFormats();
  const slow = useSlow(props.loading);
  const [chosen, setChosen] = useState<number[]>([]);
  const failed = items.filter(({ status }) => status === "failed").map(({ seq }) => seq);
  const there = chosen.filter((seq) => failed.includes(seq));
  const choose = outcome === "failed" ? { there, setChosen } : null;
  const counts: Partial<Record<Outcome, number>> = {
    ...{ all: run.total, done: run.done, failed: run.failed, conflict: run.conflict, cancelled: run.cancelled },
  };
  const label = (id: Outcome) => {
    const many = counts[id];
    return many === undefined || (many === 0 && id !== "all")
      ? t(`items.${id}`)
      : `${t(`items.${id}`)} (${count(many)})`;
  };
  return (
    <Card padding="0">
      <TabRow
        tabs={outcomes.map((id) => ({ id, content: label(id) }))}
        selected={outcomes.indexOf(outcome)}
        onSelect={(index) => props.onOutcome(outcomes[index] ?? "all")}
      />
      {choose && items.length > 0 ? (
        <div className="sw-run-retry">
          <Button disabled={props.busy || there.length === 0} onClick={() => props.onRetry(there)}>
            {t("page.againChosen", { count: there.length })}
          </Button>
        </div>
      ) : null}
      <div className="sw-list sw-list-items">
        <ListTable
          loading={slow}
          headings={[{ title: t("items.product") }, { title: t("items.outcome") }, { title: t("items.details") }]}
          empty={
            <EmptyState heading={t("items.emptyTitle")} image={shelfImage}>
              <p>{t("items.emptyText")}</p>
            </EmptyState>
          }
          pages={pageTurns({
            ...{ later, hasNext, onNext: props.onNext, onFirst: props.onFirst },
            back: t("items.first"),
            label: t("items.pages"),
          })}
          rows={items.map((item) => <Line key={item.seq} {...{ item, now, choose }} />)}
        />
      </div>
    </Card>
  );
}

interface LineProps {
  item: RunItemView;
  now: number;
  choose: { there: number[]; setChosen(seqs: number[]): void } | null;
}

function Line({ item, now, choose }: LineProps) {
  const { t } = useTranslation("runs");
  const formats = useFormats();
  const name = item.product?.title || item.subject;
  const { there = [], setChosen } = choose ?? {};
  const isChosen = there.includes(item.seq);
  const toggle = () => setChosen?.(isChosen ? there.filter((seq) => seq !== item.seq) : [...there, item.seq]);
  return (
    <ListRow opens={item.product !== null}>
      <ListCell>
        <InlineStack gap="200" blockAlign="center" wrap={false}>
          {choose ? (
            <Checkbox label={t("items.choose", { name })} labelHidden checked={isChosen} onChange={toggle} />
          ) : null}
          <span className="sw-truncate" dir="auto" title={name}>
            <Name item={item} name={name} />
          </span>
        </InlineStack>
      </ListCell>
      <ListCell>
        <ItemStatusBadge status={item.status} />
      </ListCell>
      <ListCell>
        <BlockStack>
          <div className="sw-details">{describeItem(t, formats, item, now)}</div>
          {item.cost ? <ItemCost cost={item.cost} /> : null}
        </BlockStack>
      </ListCell>
    </ListRow>
  );
}

function Name({ item, name }: { item: RunItemView; name: string }) {
  if (!item.product) return <Text as="span">{name}</Text>;
  return (
    <Link dataPrimaryLink monochrome removeUnderline url={`/app/products/${encodeURIComponent(item.product.id)}`}>
      <Text as="span" fontWeight="semibold">
        {name}
      </Text>
    </Link>
  );
}

function ItemCost({ cost }: { cost: CallFiguresView }) {
  const { t } = useTranslation("runs");
  const { money } = useRunWords();
  return (
    <Text as="p" variant="bodySm" tone="subdued">
      {t("cost.item", {
        calls: t("cost.callsOf", { count: cost.calls }),
        tokens: t("cost.tokensCount", { count: cost.tokensIn + cost.tokensOut }),
        money: money(cost),
      })}
    </Text>
  );
}

/** What is shown of an item besides its outcome. */
export function describeItem(t: TFunction<"runs">, formats: Formats, item: RunItemView, now: number): string {
  // A cancelled item's last message is about a next attempt that does not come.
  if (item.status === "cancelled") return "";
  const said = item.message ?? "";
  if (item.status === "processing" && item.progress) {
    const { label, done, total } = item.progress;
    return total ? `${label} · ${t("result.of", { done, all: total })}` : label;
  }
  if (item.status === "queued" && (item.attempts > 0 || said !== "")) {
    const wait = item.runAt - now;
    const next = wait >= 1_000 ? t("items.nextIn", { time: formats.duration(wait) }) : t("items.nextSoon");
    // A wait for a provider costs no attempt.
    const tried = item.attempts > 0 ? t("items.tried", { count: item.attempts }) : "";
    return inARow(said, tried, next);
  }
  return said;
}
