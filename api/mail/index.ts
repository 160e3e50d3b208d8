export { invitationMail, type InvitationLetter } from './invitation-mail.ts'
export { loggedMailer } from './logged-mailer.ts'
export { resetPasswordMail } from './reset-password-mail.ts'
export { smtpMailer } from './smtp-mailer.ts'
