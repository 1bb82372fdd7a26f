import { Playground } from '@/playground/Playground'
import '@/playground/workers'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'

const root = document.getElementById('root')
if (!root) throw new Error('graphiql.html has no #root')

createRoot(root).render(
  <StrictMode>
    <Playground />
  </StrictMode>,
)
