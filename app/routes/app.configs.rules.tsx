import type { ActionFunctionArgs, HeadersFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useFetcher, useLoaderData, useRouteError } from "@remix-run/react";
import { boundary } from "@shopify/shopify-app-remix/server";
import { answerAction } from "../pages/answer-action.ts";
import { changeRules, readRulesPage } from "../pages/config-rules.ts";
import type { ActionResult } from "../ui/action-result.ts";
import { calmAction, calmLoader } from "../ui/calm/client-data.ts";
import { useFormBase } from "../ui/calm/unsaved.ts";
import { RulesPage } from "../ui/configs/rules-page.tsx";
import { Notices } from "../ui/notices.tsx";
import { PageFailure } from "../ui/page-failure.tsx";
import { PageLoading } from "../ui/page-loading.tsx";
import { useToastAnswer } from "../ui/use-answer.ts";

export const meta: MetaFunction = () => [{ title: "Assign rules to products · Shelfwright" }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { shop } = await context.app.authenticate(request);
  return readRulesPage(context.app, shop);
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { shop } = await context.app.authenticate(request);
  const form = await request.formData();
  return answerAction(context.app, () => changeRules(context.app, shop, form));
}

export const clientLoader = calmLoader;
export const clientAction = calmAction;

export default function ConfigRules() {
  const page = useLoaderData<typeof loader>();
  const saving = useFetcher<ActionResult>({ key: "config-rules" });
  useToastAnswer(saving.data);
  const { key, base } = useFormBase(page, page.digest, saving);
  const { digest, ...form } = base;
  return (
    <PageLoading>
      <RulesPage
        key={key}
        {...form}
        notices={<Notices notices={page.notices} />}
        saving={saving.state !== "idle"}
        problem={saving.state === "idle" && saving.data?.ok === false ? saving.data.message : null}
        onSave={(assignments) =>
          saving.submit({ digest, assignments: JSON.stringify(assignments) }, { method: "post" })
        }
      />
    </PageLoading>
  );
}

export function ErrorBoundary() {
  return <PageFailure error={useRouteError()} what="page" />;
}

export const headers: HeadersFunction = (args) => boundary.headers(args);
