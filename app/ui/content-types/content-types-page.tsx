import { BlockStack, Box, Button, Card, Checkbox, Divider, InlineStack, Text } from "@shopify/polaris";
import { Fragment, type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { ConfirmModal } from "../confirm-modal.tsx";
import { Page } from "../page.tsx";
import { AddTypeDialog, type NewTypeInput } from "./add-type-dialog.tsx";
import { EditTypeDialog, type TypeDetails } from "./edit-type-dialog.tsx";
import type { FieldChoices, TypeRowView } from "./type-view.ts";

export interface ContentTypesPageProps {
  types: TypeRowView[];
  notices: ReactNode;
  /** null until they were asked for, or while Shopify is asked */
  choices: FieldChoices | null;
  busy: boolean;
  /** why the last dialog was not taken, and what is wrong with its fields */
  problem: string | null;
  errors: Record<string, string>;
  onFields(): void;
  onAdd(input: NewTypeInput, done: () => void): void;
  /** @param seen what the form was made from */
  onChange(name: string, input: TypeDetails, seen: TypeDetails, done: () => void): void;
  onPublished(name: string, published: boolean): void;
  onWanted(name: string, wanted: boolean): void;
  onRemove(name: string, seen: TypeDetails, done: () => void): void;
}

type Dialog = { kind: "add" } | { kind: "edit" | "remove"; type: TypeRowView } | null;

/** The texts that products of the shop have: where each is kept in Shopify, and whether it is published. */
export function ContentTypesPage(props: ContentTypesPageProps) {
  const { t } = useTranslation("rules");
  const { types, busy } = props;
  const [dialog, setDialog] = useState<Dialog>(null);
  // The answer to an earlier dialog does not belong to this one.
  const [tried, setTried] = useState(false);
  const problem = tried ? props.problem : null;
  const errors = tried ? props.errors : {};
  const open = (next: Dialog) => {
    setTried(false);
    setDialog(next);
  };
  const close = () => setDialog(null);
  return (
    <Page
      title={t("textTypes.title")}
      backAction={{ content: t("title"), url: "/app/rules" }}
      primaryAction={{ content: t("textTypes.add"), onAction: () => open({ kind: "add" }) }}
    >
      <BlockStack gap="400">
        {props.notices}
        <Box paddingInline={{ xs: "400", sm: "0" }}>
          <Text as="p">{t("textTypes.about")}</Text>
        </Box>
        <Card>
          <BlockStack gap="400">
            {types.map((type, index) => (
              <Fragment key={type.name}>
                {index > 0 ? <Divider /> : null}
                <InlineStack align="space-between" blockAlign="center" gap="400">
                  <BlockStack gap="100">
                    <Text as="h2" variant="headingSm">
                      {type.label}
                    </Text>
                    <Text as="p" tone="subdued" variant="bodySm" breakWord>
                      {`${t(`types.kind.${type.kind}`)} · ${type.place}`}
                    </Text>
                  </BlockStack>
                  <InlineStack gap="400" blockAlign="center">
                    <Checkbox
                      label={
                        <>
                          {t("textTypes.want")}
                          <Text as="span" visuallyHidden>
                            {` ${type.label}`}
                          </Text>
                        </>
                      }
                      checked={type.wanted}
                      disabled={busy}
                      onChange={(wanted) => props.onWanted(type.name, wanted)}
                    />
                    <Checkbox
                      label={
                        <>
                          {t("textTypes.publish")}
                          <Text as="span" visuallyHidden>
                            {` ${type.label}`}
                          </Text>
                        </>
                      }
                      checked={type.published}
                      disabled={busy}
                      onChange={(published) => props.onPublished(type.name, published)}
                    />
                    {type.added ? (
                      <InlineStack gap="200">
                        <Button
                          variant="plain"
                          accessibilityLabel={t("textTypes.editOf", { text: type.label })}
                          onClick={() => open({ kind: "edit", type })}
                        >
                          {t("textTypes.edit")}
                        </Button>
                        <Button
                          variant="plain"
                          tone="critical"
                          accessibilityLabel={t("textTypes.removeOf", { text: type.label })}
                          onClick={() => open({ kind: "remove", type })}
                        >
                          {t("textTypes.remove")}
                        </Button>
                      </InlineStack>
                    ) : null}
                  </InlineStack>
                </InlineStack>
              </Fragment>
            ))}
          </BlockStack>
        </Card>
        <Box paddingInline={{ xs: "400", sm: "0" }}>
          <Text as="p" tone="subdued" variant="bodySm">
            {t("textTypes.storefront")}
          </Text>
        </Box>
      </BlockStack>
      {dialog?.kind === "add" ? (
        <AddTypeDialog
          choices={props.choices}
          busy={busy}
          problem={problem}
          errors={errors}
          onFields={props.onFields}
          onAdd={(input) => {
            setTried(true);
            props.onAdd(input, close);
          }}
          onClose={close}
        />
      ) : null}
      {dialog?.kind === "edit" && dialog.type.added ? (
        <EditTypeDialog
          label={dialog.type.label}
          details={detailsOf(types.find(({ name }) => name === dialog.type.name) ?? dialog.type)}
          busy={busy}
          problem={problem}
          errors={errors}
          onSave={(input, seen) => {
            setTried(true);
            props.onChange(dialog.type.name, input, seen, close);
          }}
          onClose={close}
        />
      ) : null}
      {dialog?.kind === "remove" ? (
        <ConfirmModal
          open
          title={t("textTypes.removeAsk", { text: dialog.type.label })}
          message={t("textTypes.removeWords")}
          confirmLabel={t("textTypes.removeDo")}
          destructive
          busy={busy}
          onConfirm={() => props.onRemove(dialog.type.name, detailsOf(dialog.type), close)}
          onClose={close}
        />
      ) : null}
    </Page>
  );
}

function detailsOf({ label, added }: TypeRowView): TypeDetails {
  return { label, task: added?.task ?? "", limitChars: added?.limitChars ?? null };
}
