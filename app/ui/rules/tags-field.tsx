import { Button, InlineStack, Tag, Text, TextField } from "@shopify/polaris";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { useInBrowser } from "../use-in-browser.ts";

export interface TagsFieldProps {
  label: string;
  help: string;
  value: readonly string[];
  disabled: boolean;
  error: string | undefined;
  /** below the field, about what was typed last */
  note?: React.ReactNode;
  onChange(value: string[]): void;
}

/** So many words come from the server; a thousand would take it a quarter of a second. */
const mostFromServer = 60;

/** A list of words: each is a tag, a new one is typed behind them; several at once by lines or commas. */
export function TagsField({ label, help, value, disabled, error, note, onChange }: TagsFieldProps) {
  const { t } = useTranslation("rules");
  const [typed, setTyped] = useState("");
  const id = useId();
  const words = value.filter((word) => word.trim() !== "");
  const shown = useInBrowser() ? words : words.slice(0, mostFromServer);
  const add = () => {
    const fresh = typed
      .split(/[\n,;]+/)
      .map((word) => word.trim())
      .filter((word) => word !== "" && !words.includes(word));
    if (fresh.length > 0) onChange([...words, ...new Set(fresh)]);
    setTyped("");
  };
  return (
    <section aria-labelledby={id} className="sw-tags">
      <Text as="h3" variant="headingSm" id={id}>
        {label}
      </Text>
      <Text as="p" variant="bodySm" tone="subdued">
        {help}
      </Text>
      <div className="sw-tags-list">
        <InlineStack gap="150">
          {shown.map((word) => (
            <Tag
              key={word}
              {...(disabled ? {} : { onRemove: () => onChange(words.filter((other) => other !== word)) })}
            >
              {word}
            </Tag>
          ))}
          {disabled && words.length === 0 ? <Text as="span">{t("none")}</Text> : null}
        </InlineStack>
      </div>
      {disabled ? null : (
        // biome-ignore lint/a11y/noStaticElementInteractions: Enter in the field adds the word
        <div
          onKeyDown={(event) => {
            if (event.key !== "Enter" || event.nativeEvent.isComposing) return;
            event.preventDefault();
            add();
          }}
        >
          <TextField
            label={t("words.add")}
            labelHidden
            placeholder={t("words.add")}
            value={typed}
            onChange={setTyped}
            error={error}
            autoComplete="off"
            connectedRight={
              <Button onClick={add} disabled={typed.trim() === ""}>
                {t("add")}
              </Button>
            }
          />
        </div>
      )}
      {disabled && error ? (
        <Text as="p" tone="critical">
          {error}
        </Text>
      ) : null}
      {note ?? null}
    </section>
  );
}
