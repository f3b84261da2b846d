import { Button, Icon, ProgressBar, Text } from "@shopify/polaris";
import {
  AlertTriangleIcon, CheckCircleIcon, ClockIcon, PauseCircleIcon, ProductIcon, XCircleIcon,
} from "@shopify/polaris-icons"; // biome-ignore format: a list of names
import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import { formatsOf } from "../../i18n/formats.ts";
import { inARow } from "../in-a-row.ts";
import {
  approvedUrl, conflictsUrl, failedUrl, listOfAny, newUrl, reviewUrl, settingsUrl, writeMissing,
} from "./addresses.ts"; // biome-ignore format: a list of names
import { dayIn } from "./day-in.ts";
import type { HomeData } from "./home-view.ts";
import { type NextStep, nextStep, type TodoLine, todoLines } from "./next-step.ts";
import { nameOfText } from "./text-names.ts";

interface NextCardProps {
  data: HomeData;
  onImport(): void;
  busy: boolean;
  problem: string | null;
}

/** What comes next, with the page's one dark button, and what else waits. */
export function NextCard({ data, onImport, busy, problem }: NextCardProps) {
  const { t, i18n } = useTranslation("home");
  const next = nextStep(data);
  const { heading, text, action, beside } = wordsOf(t, i18n.language, next, data.now);
  return (
    <section className="sw-home-card" aria-labelledby="home-next">
      <div className="sw-home-next">
        <h2 id="home-next">{heading}</h2>
        {/* The time of the next try is in the reader's time zone, which the server does not know. */}
        <p className="sw-home-sub" suppressHydrationWarning>
          {text}
        </p>
        {next.kind === "importing" ? <ImportBar {...next} /> : null}
        {problem ? (
          <Text as="p" tone="critical">
            {problem}
          </Text>
        ) : null}
        <div className="sw-home-buttons">
          {next.kind === "first" ? (
            <Button variant="primary" onClick={onImport} loading={busy}>
              {t("next.first.action")}
            </Button>
          ) : null}
          {next.kind === "importing" && next.stopped ? (
            <Button variant="primary" onClick={onImport} loading={busy}>
              {t("next.importing.action")}
            </Button>
          ) : null}
          {action ? (
            <Button variant="primary" url={action.url}>
              {action.content}
            </Button>
          ) : null}
          {beside ? <Button url={beside.url}>{beside.content}</Button> : null}
        </div>
      </div>
      <Todo lines={todoLines(data, next)} data={data} />
    </section>
  );
}

function ImportBar({ done, total }: { done: number; total: number | null }) {
  const percent = total ? Math.min(100, Math.round((done / total) * 100)) : 0;
  return <ProgressBar progress={percent} size="small" tone="primary" animated={false} ariaLabelledBy="home-next" />;
}

interface Words {
  heading: string;
  text: string;
  action?: { content: string; url: string };
  beside?: { content: string; url: string };
}

function wordsOf(t: TFunction<"home">, language: string, next: NextStep, now: number): Words {
  switch (next.kind) {
    case "first":
      return { heading: t("next.first.heading"), text: t("next.first.text") };
    case "importing": {
      const { done, total, stopped } = next;
      const heading = t("next.importing.heading");
      if (stopped) {
        const stop = t("next.importing.stopped", { count: done });
        const again = stopped.again === null ? t("next.importing.person") : againWords(t, language, stopped.again);
        return { heading: stop, text: again };
      }
      const text =
        total === null ? t("next.importing.begun", { count: done }) : t("next.importing.text", { count: total, done });
      return { heading, text };
    }
    case "review": {
      const { count, clean, stopped, minutes } = next;
      const parts = [
        stopped
          ? t("next.review.stopped", { when: dayIn(language, stopped.when, now), at: stopped.at, of: stopped.of })
          : null,
        clean > 0 ? t("next.review.clean", { count: clean }) : t("next.review.noneClean"),
        minutes === null ? null : t("next.review.minutes", { count: minutes }),
      ];
      const action = {
        content: stopped ? t("next.review.continue") : t("next.review.action", { count }),
        url: reviewUrl,
      };
      return { heading: t("next.review.heading", { count }), text: inARow(...parts), action };
    }
    case "conflicts": {
      const { count } = next;
      const action = { content: t("next.conflicts.action", { count }), url: conflictsUrl };
      return { heading: t("next.conflicts.heading", { count }), text: t("next.conflicts.text"), action };
    }
    case "publish": {
      const { count } = next;
      const action = { content: t("next.publish.action", { count }), url: approvedUrl };
      return { heading: t("next.publish.heading", { count }), text: t("next.publish.text"), action };
    }
    case "paused": {
      const { reason, count } = next;
      const action = { content: t(`paused.${reason}.action`), url: settingsUrl };
      return { heading: t(`paused.${reason}.heading`), text: t("paused.text", { count }), action };
    }
    case "write": {
      const { text, label, count, credits, minutes } = next;
      const name = nameOfText(t, text, label);
      const parts = [
        t("next.write.text"),
        minutes === null
          ? t("next.write.credits", { count: credits })
          : t("next.write.creditsAndTime", { count: credits, minutes }),
      ];
      const known = text === "description";
      return {
        heading: known
          ? t("next.write.heading.description", { count })
          : t("next.write.heading.other", { count, text: name }),
        text: inARow(...parts),
        action: {
          content: known
            ? t("next.write.action.description", { count })
            : t("next.write.action.other", { count, text: name }),
          url: writeMissing(text),
        },
      };
    }
    case "done":
      return { heading: t("next.done.heading"), text: t("next.done.text") };
  }
}

function againWords(t: TFunction<"home">, language: string, at: number): string {
  return t("next.importing.again", { time: formatsOf(language).time(at) });
}

function Todo({ lines, data }: { lines: readonly TodoLine[]; data: HomeData }) {
  const { t } = useTranslation("home");
  if (lines.length === 0) return null;
  return (
    <ul className="sw-home-todo" aria-label={t("todo.label")}>
      {lines.map((line) => {
        const { icon, tone, strong, rest, action, url } = todoWords(t, line, data);
        return (
          <li key={line.kind}>
            <Icon source={icon} tone={tone} />
            <div>
              <strong>{strong}</strong> <span className="sw-home-sub">{rest}</span>
            </div>
            <Button url={url}>{action}</Button>
          </li>
        );
      })}
    </ul>
  );
}

function todoWords(t: TFunction<"home">, line: TodoLine, { catalogue }: HomeData) {
  const { count } = line;
  switch (line.kind) {
    case "paused":
      return {
        icon: PauseCircleIcon,
        tone: "caution" as const,
        strong: t(`paused.${line.reason}.heading`),
        rest: t("paused.text", { count }),
        action: t(`paused.${line.reason}.action`),
        url: settingsUrl,
      };
    case "conflicts":
      return {
        icon: AlertTriangleIcon,
        tone: "warning" as const,
        strong: t("todo.conflicts.strong", { count }),
        rest: t("todo.conflicts.rest"),
        action: t("todo.conflicts.action", { count }),
        url: conflictsUrl,
      };
    case "failed":
      return {
        icon: XCircleIcon,
        tone: "critical" as const,
        strong: t("todo.failed.strong", { count }),
        rest: t("todo.failed.rest"),
        action: t("todo.failed.action"),
        url: failedUrl,
      };
    case "approved":
      return {
        icon: CheckCircleIcon,
        tone: "success" as const,
        strong: t("todo.approved.strong", { count }),
        rest: t("todo.approved.rest"),
        action: t("next.publish.action", { count }),
        url: approvedUrl,
      };
    case "outdated":
      return {
        icon: ClockIcon,
        tone: "caution" as const,
        strong: t("todo.outdated.strong", { count }),
        rest: t("todo.outdated.rest"),
        action: t("todo.outdated.action", { count }),
        url: listOfAny(catalogue.texts, "outdated"),
      };
    case "new":
      return {
        icon: ProductIcon,
        tone: "base" as const,
        strong: t("todo.new.strong", { count }),
        rest: t("todo.new.rest"),
        action: t("todo.new.action", { count }),
        url: newUrl,
      };
  }
}
