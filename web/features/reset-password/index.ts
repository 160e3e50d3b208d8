export { ForgotPasswordPage } from './forgot-password-page.tsx'
export { LinkIncomplete, ResetPasswordPage } from './reset-password-page.tsx'
