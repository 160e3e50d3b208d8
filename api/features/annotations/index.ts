import './annotation-changed.ts'
import './annotations.ts'
import './record-annotation.ts'
import './remove-annotation.ts'
