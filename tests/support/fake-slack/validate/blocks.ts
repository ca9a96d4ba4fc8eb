import { z } from 'zod';
import { Accessory, ActionsElement, Button, ContextActionsElement, InputElement } from './elements.ts';
import {
  ImageElement,
  aText,
  blockId,
  checkImageSource,
  imageSource,
  mrkdwnText,
  plainText,
  webAddress,
} from './objects.ts';
import { RichText } from './rich-text.ts';
import { DataTable, DataVisualization, Table } from './tables-and-charts.ts';

const Section = z
  .strictObject({
    type: z.literal('section'),
    ...blockId,
    text: aText(3000).optional(),
    fields: z.array(aText(2000)).min(1).max(10).optional(),
    accessory: Accessory.optional(),
    expand: z.boolean().optional(),
  })
  .superRefine(({ text, fields }, context) => {
    if (!text && !fields)
      context.addIssue({ code: 'custom', message: 'must define either `text` or `fields`', path: ['type'] });
  });
const Divider = z.strictObject({ type: z.literal('divider'), ...blockId });
const Header = z.strictObject({ type: z.literal('header'), ...blockId, text: plainText(150) });
const Image = z
  .strictObject({
    type: z.literal('image'),
    ...blockId,
    alt_text: z.string().min(1).max(2000),
    title: plainText(2000).optional(),
    ...imageSource,
  })
  .superRefine(checkImageSource);
const Context = z.strictObject({
  type: z.literal('context'),
  ...blockId,
  elements: z
    .array(z.discriminatedUnion('type', [ImageElement, plainText(3000), mrkdwnText(3000)]))
    .min(1)
    .max(10),
});
const Actions = z.strictObject({
  type: z.literal('actions'),
  ...blockId,
  elements: z.array(ActionsElement).min(1).max(25),
});
const ContextActions = z.strictObject({
  type: z.literal('context_actions'),
  ...blockId,
  elements: z.array(ContextActionsElement).min(1).max(5),
});
const Input = z.strictObject({
  type: z.literal('input'),
  ...blockId,
  label: plainText(2000),
  hint: plainText(2000).optional(),
  optional: z.boolean().optional(),
  dispatch_action: z.boolean().optional(),
  element: InputElement,
});
const Markdown = z.strictObject({ type: z.literal('markdown'), ...blockId, text: z.string().min(1).max(12_000) });
const File = z.strictObject({
  type: z.literal('file'),
  ...blockId,
  external_id: z.string(),
  source: z.literal('remote'),
});
const Video = z.strictObject({
  type: z.literal('video'),
  ...blockId,
  video_url: webAddress,
  thumbnail_url: webAddress,
  alt_text: z.string().min(1),
  title: plainText(199),
  title_url: webAddress.optional(),
  author_name: z.string().max(49).optional(),
  provider_name: z.string().optional(),
  provider_icon_url: webAddress.optional(),
  description: plainText(199).optional(),
});
const Alert = z.strictObject({
  type: z.literal('alert'),
  ...blockId,
  text: aText(3000),
  level: z.enum(['default', 'info', 'warning', 'error', 'success']).optional(),
});

const Card = z
  .strictObject({
    type: z.literal('card'),
    ...blockId,
    hero_image: ImageElement.optional(),
    icon: ImageElement.optional(),
    title: mrkdwnText(150).optional(),
    subtitle: mrkdwnText(150).optional(),
    body: mrkdwnText(200).optional(),
    actions: z.array(Button).min(1).max(5).optional(),
  })
  .superRefine((card, context) => {
    if (!card.hero_image && !card.title && !card.actions && !card.body)
      context.addIssue({
        code: 'custom',
        message: 'must define at least one of `hero_image`, `title`, `actions`, or `body`',
      });
  });
const Carousel = z.strictObject({ type: z.literal('carousel'), ...blockId, elements: z.array(Card).min(1).max(10) });
const Container = z.strictObject({
  type: z.literal('container'),
  ...blockId,
  title: plainText(150).optional(),
  rich_text_title: RichText.optional(),
  subtitle: aText(150).optional(),
  icon: ImageElement.optional(),
  child_blocks: z
    .array(
      z.discriminatedUnion('type', [
        Actions,
        Context,
        Divider,
        File,
        Header,
        Image,
        Input,
        RichText,
        Section,
        Table,
        Video,
      ]),
    )
    .min(1)
    .max(10),
  width: z.enum(['narrow', 'standard', 'wide', 'full']).optional(),
  is_collapsible: z.boolean().optional(),
  default_collapsed: z.boolean().optional(),
  has_header_divider: z.boolean().optional(),
});

const TaskStatus = z.enum(['pending', 'in_progress', 'complete', 'error']);
/** A link of a task. */
export const UrlSource = z.strictObject({ type: z.literal('url'), url: webAddress, text: z.string().min(1) });
const TaskCard = z.strictObject({
  type: z.literal('task_card'),
  ...blockId,
  task_id: z.string().min(1),
  title: z.string().min(1),
  status: TaskStatus,
  details: RichText.optional(),
  output: RichText.optional(),
  sources: z.array(UrlSource).optional(),
});
const Plan = z.strictObject({
  type: z.literal('plan'),
  ...blockId,
  title: z.string().min(1),
  tasks: z.array(TaskCard).max(50).optional(),
});

const everywhere = [
  Section,
  Divider,
  Header,
  Image,
  Context,
  Actions,
  Input,
  RichText,
  Video,
  File,
  Container,
  Card,
  Carousel,
  Table,
  DataTable,
] as const;

/** What a message takes, without and with charts: workspaces get them one after the other. */
export const MessageBlock = z.discriminatedUnion('type', [...everywhere, ContextActions, Markdown, TaskCard, Plan]);
export const MessageBlockOrChart = z.discriminatedUnion('type', [
  ...everywhere,
  ContextActions,
  Markdown,
  TaskCard,
  Plan,
  DataVisualization,
]);

/** What a modal takes, and what the Home tab takes. */
export const ModalBlock = z.discriminatedUnion('type', [...everywhere, Alert]);
export const HomeBlock = z.discriminatedUnion('type', [...everywhere]);

/** A step of a task in a stream. */
export const TaskUpdate = z.strictObject({
  type: z.literal('task_update'),
  id: z.string().min(1),
  title: z.string().min(1),
  status: TaskStatus,
  details: z.string().max(256).optional(),
  output: z.string().max(256).optional(),
  sources: z.array(UrlSource).optional(),
});
