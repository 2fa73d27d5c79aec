export { Comments, type ImportedComment } from './comments';
export { CommentsModule } from './comments.module';
