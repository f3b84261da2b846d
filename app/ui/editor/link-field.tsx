import { useEffect, useId, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { safeAddress } from "../../lib/html/safe-address.ts";

export interface LinkFieldProps {
  /** "" for none yet */
  address: string;
  /** @param href "" takes the link away */
  onSet(href: string): void;
  onClose(): void;
}

/** Where the chosen words lead to. */
export function LinkField({ address, onSet, onClose }: LinkFieldProps) {
  const { t } = useTranslation("editor");
  const [value, setValue] = useState(address);
  const field = useRef<HTMLInputElement>(null);
  const id = useId();
  useEffect(() => field.current?.focus(), []);
  const href = hrefOf(value);
  const isWrong = value.trim() !== "" && href === "";
  return (
    <div className="sw-editor-link">
      <label htmlFor={id}>{t("link.label")}</label>
      <input
        ref={field}
        id={id}
        type="text"
        inputMode="url"
        value={value}
        aria-invalid={isWrong}
        {...(isWrong ? { "aria-describedby": `${id}wrong` } : {})}
        onChange={({ target }) => setValue(target.value)}
        onKeyDown={(event) => {
          if (event.key === "Escape") onClose();
          else if (event.key !== "Enter" || event.nativeEvent.isComposing) return;
          else if (!isWrong) onSet(href);
          event.preventDefault();
          event.stopPropagation();
        }}
      />
      <button type="button" disabled={isWrong} onClick={() => onSet(href)}>
        {t("link.set")}
      </button>
      {address === "" ? null : (
        <button type="button" onClick={() => onSet("")}>
          {t("link.remove")}
        </button>
      )}
      {isWrong ? (
        <span id={`${id}wrong`} className="sw-editor-wrong" role="status">
          {t("link.wrong")}
        </span>
      ) : null}
    </div>
  );
}

/** What was typed as an address that may stand in a text; "" where none is meant. */
export function hrefOf(typed: string): string {
  const address = typed.trim();
  if (address === "") return "";
  const isBare = /^[^\s/:#?@]+\.[a-z]{2,}(?:[/?#]|$)/i.test(address);
  return safeAddress(isBare ? `https://${address}` : address, "link") ?? "";
}
