import { ActionList, Button, Popover, Tooltip } from "@shopify/polaris";
import { MenuHorizontalIcon } from "@shopify/polaris-icons";
import { useState } from "react";
import { useTranslation } from "react-i18next";

export interface PageAction {
  content: string;
  onAction?: (() => void) | undefined;
  url?: string | undefined;
  external?: boolean | undefined;
  target?: "_top" | "_blank" | undefined;
  disabled?: boolean | undefined;
  loading?: boolean | undefined;
  destructive?: boolean | undefined;
  helpText?: string | undefined;
  /** kept in "More actions" in wide windows too */
  rare?: boolean | undefined;
  /** a page's first action that nobody has to take: not dark */
  quiet?: boolean | undefined;
}

/** The style sheet decides which of these a window shows: the server does not know how wide it is. */
export function PageActions({ primary, secondary }: { primary: PageAction | undefined; secondary: PageAction[] }) {
  if (!primary && secondary.length === 0) return null;
  const rare = secondary.filter((action) => action.rare);
  const direct = secondary.filter((action) => !action.rare);
  return (
    <div className="sw-page-actions">
      {rare.length > 0 ? <MoreActions className="sw-if-wide" actions={rare} /> : null}
      {direct.map((action) => (
        <div className="sw-if-wide" key={action.content}>
          <ActionButton action={action} />
        </div>
      ))}
      {secondary.length > 0 ? <MoreActions className="sw-if-narrow" actions={secondary} /> : null}
      {primary ? <ActionButton action={primary} primary /> : null}
    </div>
  );
}

function ActionButton({ action, primary = false }: { action: PageAction; primary?: boolean }) {
  const { content, onAction, destructive, helpText, url, external, target, disabled, loading } = action;
  const button = (
    <Button
      onClick={onAction}
      {...(primary && !action.quiet ? { variant: "primary" } : {})}
      {...(destructive ? { tone: "critical" } : {})}
      {...(url ? { url, external, target } : { disabled, loading })}
    >
      {content}
    </Button>
  );
  return helpText ? <Tooltip content={helpText}>{button}</Tooltip> : button;
}

function MoreActions({ actions, className }: { actions: PageAction[]; className: string }) {
  const { t } = useTranslation("frame");
  const [open, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <div className={className}>
      <Popover
        active={open}
        onClose={close}
        preferredAlignment="right"
        activator={
          <Button icon={MenuHorizontalIcon} accessibilityLabel={t("moreActions")} onClick={() => setOpen(!open)} />
        }
      >
        <ActionList
          onActionAnyItem={close}
          items={actions.map(({ rare: _, loading, ...item }) => ({ ...item, disabled: item.disabled || loading }))}
        />
      </Popover>
    </div>
  );
}
