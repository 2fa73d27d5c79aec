export { Comments, type ImportedComment, type PublicArgument } from './comments';
export { CommentsModule } from './comments.module';
