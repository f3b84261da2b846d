import { Link } from "@remix-run/react";
import { Button, Icon, Thumbnail } from "@shopify/polaris";
import { CheckCircleIcon, ImageIcon, XIcon } from "@shopify/polaris-icons";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { factName } from "../marks/fact-name.ts";
import { writeMissing } from "./addresses.ts";
import type { HomeData } from "./home-view.ts";
import { ImportProgressLine } from "./import-progress-line.tsx";
import type { SampleView, SetupView } from "./setup-view.ts";

interface SetupCardProps {
  setup: SetupView;
  data: HomeData;
  busy: boolean;
  problem: string | null;
  onImport(): void;
  onSamples(productIds: string[]): void;
  onHide(): void;
}

const stepsInAll = 4;

/** The steps of a first run. Each ticks itself off; the first that is open has the page's dark button. */
export function SetupCard(props: SetupCardProps) {
  const { t } = useTranslation("home");
  const { setup, data, busy, problem, onImport, onSamples, onHide } = props;
  const done = [setup.imported, setup.connected, setup.seen, setup.started].filter(Boolean).length;
  const open = [setup.imported, setup.connected, setup.seen, setup.started].indexOf(false);
  const gap = data.catalogue.texts.find(({ text }) => text === "description");
  const missing = gap?.counts.missing ?? 0;
  return (
    <section className="sw-home-card" aria-labelledby="home-setup">
      <div className="sw-home-head sw-setup-head">
        <h2 id="home-setup">{t("setup.done", { done, all: stepsInAll })}</h2>
        <span className="sw-setup-bar" aria-hidden="true">
          <span style={{ inlineSize: `${(done / stepsInAll) * 100}%` }} />
        </span>
        <span className="sw-home-end">
          <Button variant="tertiary" icon={XIcon} accessibilityLabel={t("setup.hide")} onClick={onHide} />
        </span>
      </div>
      <ol className="sw-setup">
        <Step
          done={setup.imported}
          name={setup.imported ? t("setup.import.name") : t("next.first.heading")}
          text={setup.imported ? t("setup.import.done", { count: setup.products }) : t("next.first.text")}
        >
          {open === 0 && data.importing ? <ImportProgressLine progress={data.importing} /> : null}
          {open === 0 && (!data.importing || data.importing.stopped) ? (
            <Button variant="primary" onClick={onImport} loading={busy}>
              {data.importing ? t("next.importing.action") : t("next.first.action")}
            </Button>
          ) : null}
        </Step>
        <Step
          done={setup.connected}
          name={setup.connected ? t("setup.model.name") : t("setup.model.action")}
          text={setup.model ?? t("setup.model.text")}
        >
          {setup.connected ? null : (
            <Button variant={open === 1 ? "primary" : "secondary"} url="/app/settings">
              {t("setup.model.action")}
            </Button>
          )}
        </Step>
        <Step
          done={setup.seen}
          name={t("setup.samples.name")}
          text={setup.seen ? t("setup.samples.done") : t("setup.samples.text")}
        >
          {setup.samples.length > 0 ? (
            <>
              <Samples samples={setup.samples} />
              <div className="sw-home-buttons">
                {open === 2 ? (
                  <Button
                    variant="primary"
                    loading={busy}
                    disabled={data.running.length > 0}
                    onClick={() => onSamples(setup.samples.map(({ id }) => id))}
                  >
                    {t("setup.samples.action", {
                      count: setup.samples.length,
                      credits: t("setup.samples.credits", { count: setup.creditsEach * setup.samples.length }),
                    })}
                  </Button>
                ) : null}
                <Button url="/app/rules">{t("setup.samples.change")}</Button>
                <Button variant="tertiary" url={`/app?others=${setup.others + 1}`}>
                  {t("setup.samples.others")}
                </Button>
              </div>
            </>
          ) : null}
        </Step>
        <Step
          done={setup.started}
          name={t("setup.write.name")}
          text={missing > 0 ? t("setup.write.text", { count: missing }) : t("setup.write.none")}
        >
          {setup.imported && !setup.started && missing > 0 ? (
            <Button variant={open === 3 ? "primary" : "secondary"} url={writeMissing("description")}>
              {t("next.write.action.description", { count: missing })}
            </Button>
          ) : null}
        </Step>
      </ol>
      {problem ? <p className="sw-home-pad sw-setup-problem">{problem}</p> : null}
    </section>
  );
}

function Step({ done, name, text, children }: { done: boolean; name: string; text: string; children: ReactNode }) {
  const { t } = useTranslation("home");
  return (
    <li>
      {done ? (
        <Icon source={CheckCircleIcon} tone="success" accessibilityLabel={t("setup.isDone")} />
      ) : (
        <span className="sw-setup-open" />
      )}
      <div>
        <p>
          <strong>{name}</strong> <span className="sw-home-sub">{text}</span>
        </p>
        {children}
      </div>
    </li>
  );
}

function Samples({ samples }: { samples: readonly SampleView[] }) {
  const { t } = useTranslation("home");
  const { t: marks } = useTranslation("marks");
  return (
    <ul className="sw-samples">
      {samples.map(({ id, title, imageUrl, live, draft, contradiction }) => (
        <li key={id}>
          <div className="sw-sample-head">
            <Thumbnail source={imageUrl ?? ImageIcon} alt="" size="small" />
            <Link className="sw-strong" to={`/app/products/${id}`} dir="auto">
              {title}
            </Link>
          </div>
          <div className="sw-sample-live">
            <b>{t("setup.samples.live")}</b>
            <p dir="auto">{live ?? t("setup.samples.noDescription")}</p>
          </div>
          <div className="sw-sample-new">
            <b>{t("setup.samples.new")}</b>
            <p dir="auto">{draft ?? t("setup.samples.notYet")}</p>
            {contradiction ? (
              <p className="sw-sample-wrong">
                {t("setup.samples.contradiction", { ...contradiction, name: factName(marks, contradiction) })}
              </p>
            ) : null}
          </div>
        </li>
      ))}
    </ul>
  );
}
