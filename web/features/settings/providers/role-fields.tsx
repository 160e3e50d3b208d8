import './providers.css'
import { useFieldArray, useFormContext } from 'react-hook-form'
import { Button } from '../../../ui/button.tsx'
import { FieldGroup } from '../../../ui/checkbox.tsx'
import { Field } from '../../../ui/field.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { SelectField } from '../../../ui/select-field.tsx'
import { roles, roleWords } from '../words.ts'
import type { ProviderForm } from './provider-form.ts'

const roleItems = roles.map((id) => ({ id, name: roleWords[id] }))
// Owners are made by owners, one by one.
const defaultItems = [...roleItems.filter(({ id }) => id !== 'OWNER'), { id: '', name: 'None: they are not let in' }]

/** Which role people get who sign in with the provider. */
export function RoleFields() {
  const { register, control, formState } = useFormContext<ProviderForm>()
  const { fields, append, remove } = useFieldArray({ control, name: 'roleMapping' })
  const errors = formState.errors.roleMapping
  return (
    <>
      <Field
        label="Role claim"
        note="The claim that says at every sign-in who gets which role, such as groups or realm_access.roles. Empty: roles are given under Members."
        autoComplete="off"
        spellCheck={false}
        {...register('roleClaim')}
      />
      <FieldGroup label="Roles by the value of the claim">
        {fields.map((field, index) => (
          <div key={field.id} className="role-mapping">
            <Field
              label={`Value ${index + 1}`}
              autoComplete="off"
              spellCheck={false}
              error={errors?.[index]?.value?.message}
              {...register(`roleMapping.${index}.value`, {
                validate: (text) => text.trim() !== '' || 'Enter a value of the claim.',
              })}
            />
            <SelectField label={`Role ${index + 1}`} items={roleItems} {...register(`roleMapping.${index}.role`)} />
            <Button look="quiet" square aria-label={`Remove value ${index + 1}`} onPress={() => remove(index)}>
              <Icon name="close" />
            </Button>
          </div>
        ))}
        <div>
          <Button onPress={() => append({ value: '', role: 'VIEWER' })}>
            <Icon name="plus" />
            Add value
          </Button>
        </div>
      </FieldGroup>
      <SelectField label="Role of everybody else" items={defaultItems} {...register('defaultRole')} />
    </>
  )
}
