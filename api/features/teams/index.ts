import './change-teams.ts'
import './member-fields.ts'
import './team-members.ts'
import './teams.ts'
