import { builder } from '../../schema/builder.ts'
import { Viewer } from '../organizations/index.ts'
import { User } from './user.ts'

builder.objectField(Viewer, 'user', (t) =>
  t.expose('user', { type: User, nullable: true, description: 'The person, when a person asks.' }),
)
