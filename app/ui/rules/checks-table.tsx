import { Button, Text } from "@shopify/polaris";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { checkCodes, checkNames } from "./check-names.ts";
import { stringsOf } from "./strings-of.ts";

export interface ChecksTableProps {
  value: unknown;
  disabled: boolean;
  error: string | undefined;
  onChange(value: Record<string, string> | undefined): void;
}

const choices = ["block", "warn", "off"] as const;

/** What each check does that finds something, in three columns. Those that differ from the usual stand first, the others open. */
export function ChecksTable({ value, disabled, error, onChange }: ChecksTableProps) {
  const { t, i18n } = useTranslation("rules");
  const id = useId();
  const set = stringsOf(value);
  // What was set when the form was opened stays in its place while it is changed.
  const [own] = useState(() => checkCodes.filter((code) => set[code] !== undefined));
  const [open, setOpen] = useState(own.length === 0);
  const names = checkNames(i18n.t);
  const first = names.filter(({ code }) => own.includes(code));
  const rest = names.filter(({ code }) => !own.includes(code));
  const shown = open ? [...first, ...rest] : first;
  const change = (code: string, usual: string, severity: string) => {
    const { [code]: _, ...others } = set;
    const next = severity === usual ? others : { ...others, [code]: severity };
    onChange(Object.keys(next).length > 0 ? next : undefined);
  };
  return (
    <div>
      {error ? (
        <Text as="p" tone="critical">
          {error}
        </Text>
      ) : null}
      <div className="sw-checks">
        <table>
          <thead>
            <tr>
              <th scope="col">{t("checks.check")}</th>
              {choices.map((choice) => (
                <th key={choice} scope="col" id={`${id}${choice}`}>
                  {t(`checks.${choice}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map(({ code, label, help, usual }) => {
              const current = set[code] ?? usual;
              return (
                <tr key={code} className={set[code] === undefined ? "" : "sw-checks-own"}>
                  <th scope="row" id={`${id}${code}`} title={help}>
                    {label}
                    {set[code] === undefined ? null : (
                      <Text as="span" variant="bodySm" tone="subdued">
                        {` · ${t("checks.usual", { severity: t(`checks.${usual}`) })}`}
                      </Text>
                    )}
                  </th>
                  {choices.map((choice) => (
                    <td key={choice}>
                      <input
                        type="radio"
                        name={`${id}${code}`}
                        aria-label={`${label}: ${t(`checks.${choice}`)}`}
                        checked={current === choice}
                        disabled={disabled}
                        onChange={() => change(code, usual, choice)}
                      />
                    </td>
                  ))}
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      {own.length === 0 ? null : (
        <Button variant="plain" disclosure={open ? "up" : "down"} ariaExpanded={open} onClick={() => setOpen(!open)}>
          {open ? t("checks.fewer") : t("checks.more", { count: rest.length })}
        </Button>
      )}
    </div>
  );
}
