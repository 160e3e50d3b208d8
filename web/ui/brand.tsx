import './brand.css'

/** The name of the product, with its mark: the disc of a tachograph and its needle. */
export function Brand() {
  return (
    <span className="brand">
      <svg width="20" height="20" viewBox="0 0 20 20" aria-hidden="true" focusable="false">
        <path
          d="M4.1 14.8a7.6 7.6 0 1 1 11.8 0"
          fill="none"
          stroke="currentColor"
          strokeWidth="2"
          strokeLinecap="round"
        />
        <path d="M10 11 13.4 6.4" fill="none" stroke="currentColor" strokeWidth="2" strokeLinecap="round" />
        <circle cx="10" cy="11.4" r="1.8" fill="currentColor" />
      </svg>
      Tachograph
    </span>
  )
}
