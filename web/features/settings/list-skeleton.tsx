import { DataTableSkeleton, type DataTableSkeletonProps } from '../../ui/data-table.tsx'
import { SkeletonBar } from '../../ui/skeleton.tsx'

/** A list before its first answer: how many there are, the button that makes one, and the table. */
export function ListSkeleton(table: DataTableSkeletonProps) {
  return (
    <DataTableSkeleton
      {...table}
      above={
        <div className="settings-bar settings-skeleton-bar">
          <SkeletonBar width={72} />
          <SkeletonBar width={112} height={32} />
        </div>
      }
    />
  )
}
