import type { FigureWords } from '../../i18n';
import './drawing.css';

/** Several protocols side by side, in words. */
export function Beside({ words: { table } }: { readonly words: FigureWords }) {
  const [corner, ...columns] = table.head;
  return (
    <div className="beside">
      <table>
        <thead>
          <tr>
            <th scope="col">{corner}</th>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map(([name, ...cells]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              {cells.map((cell, i) => (
                <td key={cell} data-head={columns[i]}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
